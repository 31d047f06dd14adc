import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { newId } from "@parley/schema";
import { createApi, createCall } from "../api/client.ts";
import type { Api } from "../api/types.ts";
import type { Command, OutboxCommand, Stored } from "../outbox/command.ts";
import { enqueue } from "../outbox/enqueue.ts";
import { inLocalConversation } from "../store/apply-changes.ts";
import { evict } from "../store/budget.ts";
import type { LocalDb } from "../store/db.ts";
import type { Touched } from "../store/touched.ts";
import { nothingTouched } from "../store/touched.ts";
import type { Status } from "../types.ts";
import { keepBytes, tidyBytes } from "../uploads/keep-uploads.ts";
import type { Outgoing } from "../uploads/upload.ts";
import { createClock } from "./clock.ts";
import type { Device } from "./device.ts";
import { type Leader, lead } from "./leader.ts";
import { createStatus } from "./status.ts";
import { type Fact, joinTabs, type TabMessage } from "./tabs.ts";

export type EngineEvents = {
  touched(touched: Touched): void;
  fact(fact: Fact): void;
  status(status: Status): void;
  /** The server ended this session, or another tab signed out. */
  ended(by: "server" | "tab"): void;
};

export type Engine = {
  userId: UserId;
  db: LocalDb;
  api: Api;
  /** This tab shows a conversation, or none. */
  open(id: ConversationId | null): void;
  enqueue(command: Command, files?: readonly Outgoing[]): Promise<OutboxCommand>;
  /** After a write to the device's copy by this tab. */
  tell(touched: Touched): void;
  /** The device is full: lets go of what can be had again. */
  makeRoom(): Promise<void>;
  flush(): void;
  want(id: ConversationId): void;
  sayTyping(id: ConversationId, isTyping: boolean, threadId?: MessageId): void;
  status(): Status;
  serverNow(): number;
  isLeading(): boolean;
  /** Whether some tab shows it. */
  isShown(id: ConversationId): boolean;
  sayEnded(): void;
  stop(): Promise<void>;
};

/** So long it is said that the device is full; then a write that succeeds shows that there is room again. */
const fullForMs = 20_000;

/** The engine of one tab: it reads and writes the device's copy, and one tab of the device leads. */
export function startEngine(device: Device, userId: UserId, db: LocalDb, events: EngineEvents): Engine {
  const tab = newId<string & { readonly __id: "tab" }>();
  const clock = createClock(device);
  const call = createCall(device.origin, device.fetch);
  const api = createApi(call);
  const openIn = new Map<string, ConversationId>();
  const first: Status = {
    state: device.isOnline() ? "connecting" : "offline",
    waiting: 0,
    behind: 0,
    isSlow: false,
    isFull: false,
  };
  const status = createStatus((shown) => {
    events.status(shown);
    if (leader) tabs.say({ t: "status", status: shown, clockOffset: clock.offset() });
  }, first);
  let leader: Leader | undefined;
  let fullAt = 0;
  const isFullNow = () => {
    fullAt = device.now();
    status.set({ isFull: true });
  };
  let isStopped = false;
  const stopping = new AbortController();

  const tabs = joinTabs(device, `${device.prefix}:${userId}`, heard);

  function heard(message: TabMessage) {
    if (isStopped) return;
    switch (message.t) {
      case "touched":
        events.touched(message.touched);
        leader?.touched(message.touched);
        return void (message.touched.outbox && countWaiting());
      case "open":
        if (message.id) openIn.set(message.tab, message.id);
        else openIn.delete(message.tab);
        return leader?.showAgain();
      case "typing":
        return leader?.sayTyping(message.id, message.isTyping, message.threadId);
      case "flush":
        return leader?.flush();
      case "want":
        return leader?.want(message.id);
      case "who":
        return sayOpen();
      case "status":
        clock.set(message.clockOffset);
        return status.set(message.status);
      case "fact":
        return events.fact(message.fact);
      case "ended":
        return events.ended("tab");
      default:
        // A tab of another version may say what this one does not know.
        return void (message satisfies never);
    }
  }

  function sayOpen() {
    tabs.say({ t: "open", tab, id: openIn.get(tab) ?? null });
  }

  function tell(touched: Touched) {
    events.touched(touched);
    tabs.say({ t: "touched", touched });
    leader?.touched(touched);
    if (touched.outbox) void countWaiting();
  }

  async function countWaiting() {
    if (isStopped) return;
    const outbox = (await db.getAll("outbox")) as Stored[];
    // Drafts and marks are nothing that a person waits for.
    status.set({
      waiting: outbox.filter((it) => it.state === "waiting" && it.type !== "markRead" && it.type !== "setOwn").length,
    });
  }

  function takeTheLead() {
    tabs.say({ t: "who" });
    leader = lead({
      device,
      userId,
      db,
      api,
      call: (path, input) => call("mutate", path, input),
      clock,
      shown: () => [...new Set(openIn.values())],
      tell: (touched) => {
        events.touched(touched);
        tabs.say({ t: "touched", touched });
        if (touched.outbox) void countWaiting();
      },
      fact(fact) {
        events.fact(fact);
        tabs.say({ t: "fact", fact });
      },
      status: (change) => status.set(change),
      signedOut: () => events.ended("server"),
      full: isFullNow,
    });
  }

  // [F29] Whoever holds the lock leads; when its tab is gone, the browser gives it to the next.
  device.locks
    .request(`${device.prefix}:leader:${userId}`, { signal: stopping.signal }, async () => {
      if (isStopped) return;
      takeTheLead();
      await new Promise<void>((resolve) => stopping.signal.addEventListener("abort", () => resolve()));
      await leader?.stop();
      leader = undefined;
    })
    .catch(() => undefined);
  void countWaiting();

  return {
    userId,
    db,
    api,
    open(id) {
      if (id) openIn.set(tab, id);
      else openIn.delete(tab);
      sayOpen();
      leader?.showAgain();
      if (id) void noteOpened(db, id, device.now()).then(() => want(id));
    },
    async enqueue(command, files = []) {
      const stored = await put(command, files).catch((error: unknown) => enqueueWhenFull(error, command, files));
      if (status.wanted().isFull && device.now() - fullAt > fullForMs) status.set({ isFull: false });
      tell({ ...nothingTouched(), outbox: true, uploads: true });
      flush();
      return stored;
    },
    tell,
    makeRoom,
    flush,
    want,
    sayTyping: (id, isTyping, threadId) =>
      leader ? leader.sayTyping(id, isTyping, threadId) : tabs.say({ t: "typing", id, isTyping, threadId }),
    status: status.shown,
    serverNow: clock.now,
    isLeading: () => leader !== undefined,
    isShown: (id) => [...openIn.values()].includes(id),
    sayEnded: () => tabs.say({ t: "ended" }),
    async stop() {
      if (isStopped) return;
      openIn.delete(tab);
      sayOpen();
      isStopped = true;
      status.stop();
      const led = leader;
      stopping.abort();
      await led?.stop();
      tabs.close();
    },
  };

  /** [F28] The outbox comes last to go: history makes room for it. */
  async function enqueueWhenFull(error: unknown, command: Command, files: readonly Outgoing[]) {
    if (!(error instanceof DOMException) || error.name !== "QuotaExceededError") throw error;
    await makeRoom();
    return put(command, files);
  }

  async function makeRoom() {
    isFullNow();
    tell(await evict(db, 0, () => false));
    await tidyBytes(db, device.now(), 0);
  }

  async function put(command: Command, files: readonly Outgoing[]) {
    await keepBytes(db, files);
    return enqueue(db, command, device.now(), files);
  }

  function flush() {
    if (leader) leader.flush();
    else tabs.say({ t: "flush" });
    if (!device.isOnline()) device.askForBackgroundSync();
  }

  function want(id: ConversationId) {
    if (leader) leader.want(id);
    else tabs.say({ t: "want", id });
  }
}

const noteOpened = (db: LocalDb, id: ConversationId, now: number) =>
  inLocalConversation(db, id, async (_tx, it) => {
    it.openedAt = now;
    return "applied";
  });
