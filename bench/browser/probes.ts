/** A text in an element of some kind. */
export type Watched = { selector: string; text: string };

/** What a page can be asked, as `window.probes`. Times are milliseconds since the navigation began. */
export type Probes = {
  /** When each of what was to be watched from the start first stood in sight, painted. */
  watched: Promise<number[]>;
  painted(it: Watched): Promise<number>;
  /** Clicks, and answers how long until the text stood there painted. */
  clickUntilPainted(clicked: string, it: Watched): Promise<number>;
  /** Types into the search field, and answers how long until the text stood there painted. */
  typeUntilPainted(typed: string, it: Watched): Promise<number>;
  /** When the device held `messages` in each of `conversations`. */
  caughtUp(userId: string, conversations: number, messages: number): Promise<number>;
  /** Scrolls the open conversation upward by `pixels` a frame, and watches a message in the middle of the screen. */
  readUpward(frames: number, pixels: number): Promise<ReadUpward>;
  /** From now on each key is timed until the next paint; the answer ends it with the times of those over 16 ms. */
  timeKeys(): () => number[];
};

export type ReadUpward = {
  /** How far the watched message stood, after each frame, from where scrolling alone would have put it; null when it was gone. */
  shifts: (number | null)[];
  /** Frames after which the message was there still, but as another element. */
  rebuilt: number;
  /** How often older messages were put in front. */
  prepends: number;
  /** Frames in which there was nothing left to scroll: the reader was faster than the device. */
  stalls: number;
  frameMs: number[];
};

declare global {
  interface Window {
    probes: Probes;
  }
}

/** Runs inside the page, before anything of the app; so it may use nothing from outside itself. */
export function installProbes(watch: Watched[]): void {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

  /** A task of its own after the frame: by then it is painted. */
  const afterPaint = () =>
    new Promise<number>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });

  function isInSight({ selector, text }: Watched): boolean {
    return [...document.querySelectorAll(selector)].some((element) => {
      if (!element.textContent?.includes(text)) return false;
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && bottom > top;
    });
  }

  async function painted(it: Watched): Promise<number> {
    do await frame();
    while (!isInSight(it));
    return afterPaint();
  }

  async function clickUntilPainted(clicked: string, it: Watched): Promise<number> {
    const started = performance.now();
    document.querySelector<HTMLElement>(clicked)?.click();
    return (await painted(it)) - started;
  }

  async function typeUntilPainted(typed: string, it: Watched): Promise<number> {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (!field) throw new Error("there is no search field");
    const started = performance.now();
    field.value = typed;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return (await painted(it)) - started;
  }

  type LocalConversation = { held: { to: number }[]; cursor: number; headRev: number };

  async function caughtUp(userId: string, conversations: number, messages: number): Promise<number> {
    const name = `parley:${userId}`;
    // Opening it before the app has made it would make an empty one.
    while (!(await indexedDB.databases()).some((it) => it.name === name)) await pause(20);
    const db = await answerOf(indexedDB.open(name));
    const isUpToDate = (it: LocalConversation) => it.held.at(-1)?.to === messages && it.cursor >= it.headRev;
    for (;;) {
      const store = db.transaction("conversations").objectStore("conversations");
      const all = await answerOf<LocalConversation[]>(store.getAll());
      if (all.filter(isUpToDate).length === conversations) break;
      await pause(50);
    }
    const now = performance.now();
    db.close();
    return now;
  }

  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function readUpward(frames: number, pixels: number): Promise<ReadUpward> {
    const log = document.querySelector<HTMLElement>('[role="log"]');
    if (!log) throw new Error("no conversation is open");
    const seen: ReadUpward = { shifts: [], rebuilt: 0, prepends: 0, stalls: 0, frameMs: [] };
    let height = log.scrollHeight;
    let at = performance.now();
    for (let n = 0; n < frames; n++) {
      const anchor = middleOf(log);
      const top = log.scrollTop;
      const stood = anchor.getBoundingClientRect().top;
      log.scrollTop -= pixels;
      const moved = top - log.scrollTop;
      if (moved < 1) seen.stalls++;
      await frame();
      const now = await afterPaint();
      seen.frameMs.push(now - at);
      at = now;
      const still = sameMessage(log, anchor);
      seen.shifts.push(still && Math.abs(still.getBoundingClientRect().top - stood - moved));
      if (still && still !== anchor) seen.rebuilt++;
      if (log.scrollHeight > height + 500) seen.prepends++;
      height = log.scrollHeight;
    }
    return seen;
  }

  function sameMessage(log: HTMLElement, row: Element): Element | null {
    return row.isConnected ? row : log.querySelector(`[data-message="${row.getAttribute("data-message")}"]`);
  }

  function middleOf(log: HTMLElement): Element {
    const rows = [...log.querySelectorAll("[data-message]")];
    const middle = log.getBoundingClientRect().top + log.clientHeight / 2;
    const away = (row: Element) => Math.abs(row.getBoundingClientRect().top - middle);
    return rows.reduce((nearest, row) => (away(row) < away(nearest) ? row : nearest));
  }

  function timeKeys(): () => number[] {
    const times = new Map<number, number>();
    const note = (entries: PerformanceEntryList) => {
      for (const { name, startTime, duration } of entries) if (name === "keydown") times.set(startTime, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    return () => {
      note(observer.takeRecords());
      observer.disconnect();
      return [...times.values()];
    };
  }

  window.probes = {
    watched: Promise.all(watch.map(painted)),
    painted,
    clickUntilPainted,
    typeUntilPainted,
    caughtUp,
    readUpward,
    timeKeys,
  };
}
