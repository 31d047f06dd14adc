import type { ConversationId, OwnJoinRequest } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { ownValues } from "../view/own-value.ts";
import { useWorld } from "./sync-context.ts";

export type AskedToJoin = OwnJoinRequest & { conversationId: ConversationId };

/** Where the user asked to be let in, and what came of it; the newest first. */
export function createJoinRequests(): Accessor<AskedToJoin[]> {
  const { world } = useWorld();
  return createMemo(
    () => {
      const it = world();
      if (!it) return [];
      it.ownChanges();
      return [...ownValues("joinRequest", { own: it.own, outbox: it.outbox() })]
        .map(([id, value]) => ({ ...(value as OwnJoinRequest), conversationId: id as ConversationId }))
        .sort((a, b) => b.at.localeCompare(a.at));
    },
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
}
