/** `task`: the longest piece of work of the page's own that made a frame wait, at least 50 ms; 0 when there was none. */
export type Frames = { frames: number; longest: number; over50: number; task: number };

/** Frames of the page for so long: how many, the longest in milliseconds, and how many were dropped. Runs inside the page. */
export async function timeFrames(ms: number): Promise<Frames> {
  const end = performance.now() + ms;
  let task = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) task = Math.max(task, duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "longtask" });
  const times: number[] = [];
  let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  while (performance.now() < end) {
    const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    times.push(now - before);
    before = now;
  }
  note(observer.takeRecords());
  observer.disconnect();
  return { frames: times.length, longest: Math.max(...times), over50: times.filter((it) => it > 50).length, task };
}

/** How long until the search index has looked at all that the device holds. Runs inside the page. */
export async function whenIndexed(userId: string): Promise<number> {
  const answerOf = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const started = performance.now();
  const db = await answerOf(indexedDB.open(`parley:${userId}`));
  for (;;) {
    const tx = db.transaction(["meta", "unindexed"]);
    const [named, left] = await Promise.all([
      answerOf(tx.objectStore("meta").get("search")),
      answerOf(tx.objectStore("unindexed").count()),
    ]);
    if (named && left === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  db.close();
  return performance.now() - started;
}
