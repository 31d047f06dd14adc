import { AppError, type ConversationId, type MessageId, type UserId } from "@parley/schema";
import type { Api } from "../api/types.ts";
import { keepMembersOf } from "../outbox/accept-members.ts";
import { flushOutbox } from "../outbox/flush.ts";
import { evict } from "../store/budget.ts";
import type { LocalDb } from "../store/db.ts";
import { isLeft } from "../store/rows.ts";
import type { Touched } from "../store/touched.ts";
import type { Status } from "../types.ts";
import type { Clock } from "./clock.ts";
import { createDelivered } from "./delivered.ts";
import type { Device } from "./device.ts";
import { createFlusher } from "./flusher.ts";
import { createPullQueue } from "./pull-queue.ts";
import { enterRooms } from "./rooms.ts";
import { createStartLoop } from "./start-loop.ts";
import type { Fact } from "./tabs.ts";
import { createTickets } from "./tickets.ts";

export type LeaderOptions = {
  device: Device;
  userId: UserId;
  db: LocalDb;
  api: Api;
  call(path: string, input: unknown): Promise<unknown>;
  clock: Clock;
  /** What some tab shows now. */
  shown(): ConversationId[];
  tell(touched: Touched): void;
  fact(fact: Fact): void;
  status(status: Partial<Status>): void;
  signedOut(): void;
  /** The device has no room left. */
  full(): void;
};

export type Leader = {
  /** A write by this or another tab. */
  touched(touched: Touched): void;
  showAgain(): void;
  flush(): void;
  want(id: ConversationId): void;
  sayTyping(id: ConversationId, isTyping: boolean, threadId?: MessageId): void;
  wake(): void;
  stop(): Promise<void>;
};

const nothingWaited = { stopped: "empty", accepted: 0, refused: 0, retryAt: null } as const;

/** What one tab of a device does for all of them: sockets, pulls and the outbox. */
export function lead(options: LeaderOptions): Leader {
  const { device, db, api, userId, clock } = options;
  let hasStarted = false;
  let isReached = true;
  let isFlushing = false;
  let isStopped = false;

  const delivered = createDelivered(api, db);
  const tell = (touched: Touched) => {
    options.tell(touched);
    noteTouched(touched);
  };

  const pulls = createPullQueue({
    api,
    db,
    isOpen: (id) => options.shown().includes(id),
    tell,
    changed: report,
    failed,
  });
  const starts = createStartLoop({
    device,
    api,
    db,
    clock,
    hasSocket: () => rooms.isOpen(),
    tell,
    started() {
      hasStarted = true;
      reached(true);
      delivered.again();
      // The copy may be closed meanwhile: what was missed is wanted again at the next start.
      void pulls.wantAll().catch(failed);
      // Without a socket nobody tells the marks of others.
      if (!rooms.isOpen()) for (const id of options.shown()) pulls.want(id, true);
      kick();
    },
    failed,
  });
  const flusher = createFlusher({
    device,
    flush: () =>
      flushOutbox({
        keepMembers: keepMembersOf,
        db,
        userId,
        locks: device.locks,
        lockName: `${device.prefix}:outbox:${userId}`,
        call: options.call,
        now: device.now,
        tell,
      }),
    flushing(next) {
      isFlushing = next;
      report();
    },
    accepted() {
      reached(true);
      if (!rooms.isOpen()) starts.now();
    },
    refused: () => starts.now(),
    unreachable: () => reached(false),
    signedOut: options.signedOut,
  });
  const leaving = new AbortController();
  // Few things that one does have files: how they are sent is loaded with the first of them.
  const uploader = createFlusher({
    device,
    async flush() {
      if (!(await db.count("uploads"))) return nothingWaited;
      const { uploadFiles } = await import("../uploads/upload-files.ts");
      return uploadFiles({
        db,
        locks: device.locks,
        lockName: `${device.prefix}:uploads:${userId}`,
        origin: device.origin,
        fetch: device.fetch,
        now: device.now,
        tell,
        // With the page gone, the service worker takes the lock and goes on.
        begun: device.askForBackgroundSync,
        signal: leaving.signal,
      });
    },
    refused: () => starts.now(),
    unreachable: () => reached(false),
    signedOut: options.signedOut,
  });
  const rooms = enterRooms({
    device,
    db,
    clock,
    tickets: createTickets(device, api),
    userId,
    tell,
    fact: options.fact,
    opened: report,
    wantStart: () => starts.now(),
    wantPull: (id, marks) => pulls.want(id, marks),
    signedOut: options.signedOut,
  });

  function noteTouched(touched: Touched) {
    delivered.note(touched.messages.keys());
    if (options.shown().some((id) => touched.conversations.has(id))) void showAgain();
    if (touched.outbox) report();
    if (touched.outbox && touched.uploads) kick();
  }

  async function showAgain() {
    const open: ConversationId[] = [];
    for (const id of options.shown()) {
      const it = await db.get("conversations", id);
      if (it && !isLeft(it)) open.push(id);
    }
    if (!isStopped) rooms.show(open);
  }

  function failed(error: unknown) {
    if (!(error instanceof AppError)) return void makeRoomWhenFull(error);
    if (error.code === "not_signed_in") options.signedOut();
    if (error.code === "unavailable") reached(false);
  }

  /** [F28] Full: history goes, what waits stays. What failed is asked for again by itself. */
  async function makeRoomWhenFull(error: unknown) {
    if (!(error instanceof DOMException) || error.name !== "QuotaExceededError") return;
    options.full();
    tell(await evict(db, 0, (id) => options.shown().includes(id)));
  }

  function reached(next: boolean) {
    isReached = next;
    report();
  }

  function report() {
    if (isStopped) return;
    const behind = pulls.behind();
    const isBusy = behind > 0 || isFlushing;
    const state = !device.isOnline()
      ? "offline"
      : !isReached || !hasStarted
        ? "connecting"
        : isBusy
          ? "syncing"
          : "online";
    options.status({ state, behind, isSlow: hasStarted && !rooms.isOpen() });
  }

  const stopWaking = device.onWake(wake);
  function wake() {
    rooms.wake();
    starts.now();
    kick();
    report();
  }

  function kick() {
    flusher.kick();
    uploader.kick();
  }

  starts.now();
  kick();
  void showAgain();

  return {
    touched: noteTouched,
    showAgain: () => void showAgain(),
    flush: kick,
    want: (id) => pulls.want(id),
    sayTyping: rooms.sayTyping,
    wake,
    async stop() {
      isStopped = true;
      stopWaking();
      starts.stop();
      flusher.stop();
      uploader.stop();
      leaving.abort();
      delivered.stop();
      pulls.stop();
      rooms.close();
      await Promise.all([flusher.settled(), uploader.settled(), pulls.settled()]);
    },
  };
}
