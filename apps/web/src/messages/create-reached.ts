import type { Mark, Reached, UserId } from "@parley/schema";
import { isOnlyInThread } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import { type TimelineMessage, useSync } from "../sync/index.ts";

export type ReachedPerson = { id: UserId; isRead: boolean; at: string | null };

/**
 * Whom a message has reached, by the marks that this device knows, and when, as the server remembers it: those who read
 * it and those who only received it, the latest first.
 */
export function createReached(source: { message: Accessor<TimelineMessage>; marks: Accessor<readonly Mark[]> }) {
  const sync = useSync();
  const [told, setTold] = createSignal<ReadonlyMap<UserId, Reached>>(new Map());
  const by = (seqOf: (mark: Mark) => number) =>
    source
      .marks()
      .filter((mark) => mark.userId !== source.message().senderId && seqOf(mark) >= source.message().seq)
      .map((mark) => mark.userId);
  // [C23] Who reads on in the timeline has not read what stands only in a thread.
  const readers = createMemo(() => (isOnlyInThread(source.message()) ? [] : by((mark) => mark.readSeq)));
  const receivers = createMemo(() => by((mark) => Math.max(mark.deliveredSeq, mark.readSeq)));
  const key = createMemo(() => `${source.message().id} ${readers().length} ${receivers().length}`);

  createEffect(
    on(key, () => {
      const { conversationId, id: messageId } = source.message();
      // Without a network there are no times, and everything else is there.
      sync.api.messages.reached.query({ conversationId, messageId }).then(
        (all) => setTold(new Map(all.map((it) => [it.userId, it]))),
        () => undefined,
      );
    }),
  );

  return createMemo((): ReachedPerson[] => {
    const read = new Set(readers());
    return receivers()
      .map((id) => {
        const isRead = read.has(id);
        const times = told().get(id);
        return { id, isRead, at: (isRead ? times?.read?.at : times?.deliveredAt) ?? null };
      })
      .sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
  });
}
