import type { ConversationId, Mark, MessageId } from "@parley/schema";
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import type { Timeline, TimelineMessage } from "../types.ts";
import { hiddenIn } from "../view/own-value.ts";
import { type Shown, timelineMessages } from "../view/timeline-messages.ts";
import { createWindow, type WindowState } from "../view/timeline-window.ts";
import { createMemberRows } from "./conversations.ts";
import { useWorld } from "./sync-context.ts";
import type { World } from "./world.ts";

const nothing: WindowState = { rows: [], hasOlder: false, hasNewer: false, isFilling: false };

/** The messages of a conversation, or the replies in one of its threads, for showing: the device's copy, live, with what waits in the outbox. */
export function createTimeline(id: Accessor<ConversationId>, threadId?: MessageId): Timeline {
  const { world } = useWorld();
  const [messages, setMessages] = createStore<TimelineMessage[]>([]);
  const [state, setState] = createSignal<WindowState>(nothing);
  const [now, setNow] = createSignal(0);
  const members = createMemberRows(id);
  let view: ReturnType<typeof createWindow> | undefined;
  let shown: Shown = new WeakMap();

  createEffect(
    on([world, id], ([it, wanted]) => {
      shown = new WeakMap();
      setState(nothing);
      if (!it) return;
      const current = openWindow(it, wanted, threadId, setState);
      view = current;
      const stop = it.listen((touched) => {
        if (touched.conversations.has(wanted) || touched.messages.has(wanted)) void current.touched(touched);
      });
      void current.open();
      onCleanup(() => {
        stop();
        current.stop();
      });
    }),
  );

  const commands = createMemo(() => {
    const wanted = id();
    return (world()?.outbox() ?? []).filter((it) => "conversationId" in it.input && it.input.conversationId === wanted);
  });

  const hidden = createMemo(() => {
    const it = world();
    it?.isLoaded();
    it?.ownChanges();
    return hiddenIn(id(), { own: it?.own ?? new Map(), outbox: it?.outbox() ?? [] });
  });

  createEffect(() => {
    const it = world();
    now();
    const { rows, hasNewer } = state();
    // What is unsent comes after the newest message, so it shows only when that does.
    const waiting = hasNewer ? commands().filter((command) => command.type !== "sendMessage") : commands();
    const serverNow = untrack(() => it?.engine.serverNow() ?? 0);
    // What one has deleted for oneself is known with the rest of one's own things, and never flashes up before.
    const all = it?.isLoaded() ? timelineMessages(rows, waiting, it.engine.userId, serverNow, shown, threadId) : [];
    const gone = hidden();
    const next = gone.size ? all.filter((message) => !gone.has(message.id)) : all;
    batch(() => setMessages(reconcile(next, { key: "id", merge: false })));
    wakeAtExpiry(next, serverNow);
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** [F25] Hides a message on time. */
  function wakeAtExpiry(next: TimelineMessage[], serverNow: number) {
    clearTimeout(timer);
    const times = next.flatMap((message) => (message.expiresAt ? [Date.parse(message.expiresAt)] : []));
    if (times.length)
      timer = setTimeout(() => setNow(serverNow), Math.min(Math.max(0, Math.min(...times) - serverNow), 2 ** 31 - 1));
  }
  onCleanup(() => clearTimeout(timer));

  const marks = createMemo((): Mark[] => {
    const me = world()?.engine.userId;
    return members()
      .filter((row) => row.userId !== me && row.leftAt === null)
      .map(({ userId, readSeq, deliveredSeq }) => ({ userId, readSeq, deliveredSeq }));
  });

  return {
    messages,
    hasOlder: () => state().hasOlder,
    hasNewer: () => state().hasNewer,
    isFilling: () => state().isFilling,
    olderBy: async (count) => view?.older(count),
    newerBy: async (count) => view?.newer(count),
    jumpTo: async (target) => view?.jumpTo(target),
    marks,
  };
}

/** Pixels of a line that stands among others of the same author. */
const leastRowHeight = 32;

function openWindow(
  it: World,
  id: ConversationId,
  threadId: MessageId | undefined,
  changed: (state: WindowState) => void,
) {
  const { db, api, tell, want } = it.engine;
  return createWindow({
    db,
    id,
    threadId,
    firstPage: Math.ceil(innerHeight / leastRowHeight),
    ask: (kind, seq, limit) => api.messages[kind].query({ conversationId: id, seq, threadId, ...(limit && { limit }) }),
    tell,
    want: () => want(id),
    changed,
    settled: nextFrame,
  });
}

/**
 * The list corrects where it stands when rows turn out higher than guessed, and hears of its own correction only with
 * the next frame's scroll event. Rows that come or go before that would make it build everything on the screen anew.
 */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    // A page that is not looked at has no frames.
    setTimeout(resolve, 100);
  });
}
