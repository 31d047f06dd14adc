import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, on, onCleanup } from "solid-js";
import type { Presence } from "../types.ts";
import { useWorld } from "./sync-context.ts";

/** Who is writing in the conversation now, or in one of its threads, oneself left out. */
export function createTyping(id: Accessor<ConversationId>, threadId?: Accessor<MessageId | undefined>) {
  const { world } = useWorld();
  return createMemo((): UserId[] => world()?.facts.typing(id(), threadId?.()) ?? []);
}

/** Who is online: those in an open conversation at once, the others asked for every minute. */
export function createPresence(userIds: Accessor<UserId[]>): Accessor<Map<UserId, Presence>> {
  const { world } = useWorld();
  const key = createMemo(() => userIds().toSorted().join());

  createEffect(
    on([world, key], ([it]) => {
      const stop = it?.presence.watch(userIds());
      onCleanup(() => stop?.());
    }),
  );

  return createMemo(() => {
    const it = world();
    return new Map(
      userIds().map((id) => {
        const known = it?.presence.answers().get(id);
        const presence: Presence = {
          isOnline: it?.facts.isPresent(id) || (known?.isOnline ?? false),
          isAway: known?.isAway ?? false,
          isHidden: known?.isHidden ?? false,
          lastSeenAt: known?.lastSeenAt ?? null,
        };
        return [id, presence];
      }),
    );
  });
}

/** Tells the engine which conversation this tab shows. */
export function openConversation(id: Accessor<ConversationId | undefined>): void {
  const { world } = useWorld();
  createEffect(
    on([world, id], ([it, shown]) => {
      it?.engine.open(shown ?? null);
      onCleanup(() => it?.engine.open(null));
    }),
  );
}
