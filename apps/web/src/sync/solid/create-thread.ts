import type { ConversationId, MessageId, ThreadMark } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import type { Draft, Thread } from "../types.ts";
import { timelineMessages } from "../view/timeline-messages.ts";
import { createMessage } from "./create-message.ts";
import { unreadOf } from "./create-threads.ts";
import { createOwn } from "./own.ts";
import { useWorld } from "./sync-context.ts";

/** One thread: the message it answers, and how the user stands to it. */
export function createThread(conversationId: Accessor<ConversationId>, id: MessageId): Thread {
  const { world } = useWorld();
  const marks = createOwn<ThreadMark>("thread");
  const drafts = createOwn<Draft>("draft");
  const row = createMessage(() => ({ conversationId: conversationId(), id, seq: 0 }));
  const mark = createMemo(() => marks().find((it) => it.key === id)?.value);
  const root = createMemo(() => {
    const [it, held] = [world(), row()];
    if (!it || !held) return undefined;
    const about = it.outbox().filter((command) => command.type !== "sendMessage");
    return timelineMessages([held], about, it.engine.userId, it.engine.serverNow(), new WeakMap())[0];
  });
  const sentCount = () => root()?.thread?.sentCount ?? 0;
  const put = (change: Partial<ThreadMark>) => {
    const before = mark() ?? { follows: false, readSeq: 0, readCount: 0 };
    const value = { ...before, conversationId: conversationId(), ...change };
    void world()?.engine.enqueue({ type: "setOwn", input: { kind: "thread", key: id, value } });
  };

  return {
    root,
    draft: () => drafts().find((it) => it.key === id)?.value ?? null,
    follows: () => mark()?.follows ?? false,
    readSeq: () => mark()?.readSeq ?? 0,
    unread: () => unreadOf(mark(), sentCount()),
    follow: (follows) => put({ follows, readCount: sentCount() }),
    markRead: (readSeq) => put({ readSeq: Math.max(readSeq, mark()?.readSeq ?? 0), readCount: sentCount() }),
  };
}
