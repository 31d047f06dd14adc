import type { ConversationId, UserId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Presence } from "../types.ts";
import { useWorld } from "./sync-context.ts";

const askMs = 60_000;

/** Who is writing in the conversation now, oneself left out. */
export function createTyping(id: Accessor<ConversationId>): Accessor<UserId[]> {
  const { world } = useWorld();
  return createMemo(() => world()?.facts.typing(id()) ?? []);
}

/** Who is online: those in an open conversation at once, the others asked for every minute. */
export function createPresence(userIds: Accessor<UserId[]>): Accessor<Map<UserId, Presence>> {
  const { world, api } = useWorld();
  const [asked, setAsked] = createSignal<Map<UserId, Presence>>(new Map());
  const key = createMemo(() => userIds().toSorted().join());

  createEffect(
    on([world, key], ([it]) => {
      if (!it || !key()) return;
      const ask = async () => {
        if (document.visibilityState === "hidden") return;
        const rows = await api.realtime.presence.query({ userIds: userIds().slice(0, 200) });
        setAsked(new Map(rows.map(({ userId, isOnline, lastSeenAt }) => [userId, { isOnline, lastSeenAt }])));
      };
      const quietly = () => void ask().catch(() => undefined);
      quietly();
      const timer = setInterval(quietly, askMs);
      onCleanup(() => clearInterval(timer));
    }),
  );

  return createMemo(() => {
    const it = world();
    return new Map(
      userIds().map((id) => {
        const known = asked().get(id);
        return [
          id,
          { isOnline: it?.facts.isPresent(id) || (known?.isOnline ?? false), lastSeenAt: known?.lastSeenAt ?? null },
        ];
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
