import { type ConversationId, limits, type MessageId, type MessageRow, type ThreadMark } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { FollowedThread } from "../types.ts";
import { fetchPage } from "../view/fetch-page.ts";
import { createOwn } from "./own.ts";
import { useWorld } from "./sync-context.ts";
import type { World } from "./world.ts";

/** The threads that the user follows: those with something new first, then by their last reply. */
export function createThreads(): Accessor<FollowedThread[]> {
  const { world } = useWorld();
  const marks = createOwn<ThreadMark>("thread");
  const followed = createMemo(() => marks().filter(({ value }) => value.follows));
  const [roots, setRoots] = createSignal<ReadonlyMap<string, MessageRow>>(new Map());
  const asked = new Set<string>();
  const key = createMemo(() =>
    followed()
      .map((it) => it.key)
      .sort()
      .join(),
  );

  createEffect(
    on([world, key], ([it]) => {
      if (!it) return;
      let isCurrent = true;
      const read = async () => {
        const index = it.engine.db.transaction("messages").store.index("id");
        const wanted = followed();
        const rows = await Promise.all(wanted.map((thread) => index.get(thread.key as MessageId)));
        if (!isCurrent) return;
        setRoots(new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))));
        for (const [place, thread] of wanted.entries()) if (!rows[place]) ask(it, thread);
      };
      const ask = (on: World, { key: id, value }: { key: string; value: ThreadMark }) => {
        if (asked.has(id) || asked.size >= limits.heldThreads) return;
        asked.add(id);
        void fetchThread(on, value.conversationId, id as MessageId).catch(() => asked.delete(id));
      };
      void read();
      const stop = it.listen((touched) => touched.messages.size > 0 && void read());
      onCleanup(() => {
        isCurrent = false;
        stop();
      });
    }),
  );

  return createMemo(() =>
    followed()
      .flatMap(({ key: id, value }) => {
        const root = roots().get(id);
        if (!root) return [];
        const unread = unreadOf(value, root.thread?.sentCount ?? 0);
        return [{ root, unread, lastAt: root.thread?.lastReplyAt ?? root.createdAt }];
      })
      .sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0) || b.lastAt.localeCompare(a.lastAt)),
  );
}

/** The newest page of a thread brings its root along. */
function fetchThread({ engine }: World, conversationId: ConversationId, threadId: MessageId): Promise<void> {
  const ask = () => engine.api.messages.before.query({ conversationId, threadId, seq: newest });
  return fetchPage(engine.db, conversationId, "before", newest, ask, engine.tell, { threadId });
}

const newest = 2_147_483_646;

/** How many replies they have not read; none of a thread they do not follow. */
export const unreadOf = (mark: ThreadMark | undefined, sentCount: number) =>
  mark?.follows ? Math.max(0, sentCount - mark.readCount) : 0;
