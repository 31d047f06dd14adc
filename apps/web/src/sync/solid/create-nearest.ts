import type { ConversationId, MessageRow } from "@parley/schema";
import { nearestHeld } from "../store/nearest-held.ts";
import { hiddenIn } from "../view/own-value.ts";
import { useWorld } from "./sync-context.ts";

export type FindNearest = (
  place: { conversationId: ConversationId; seq: number },
  step: 1 | -1,
  wants: (message: MessageRow) => boolean,
) => Promise<MessageRow | undefined>;

/** Finds the next message, or the one before, of a kind: of what is on this device and may be seen. */
export function createNearest(): FindNearest {
  const { world } = useWorld();
  return async (place, step, wants) => {
    const it = world();
    if (!it) return undefined;
    const hidden = hiddenIn(place.conversationId, { own: it.own, outbox: it.outbox() });
    const now = it.engine.serverNow();
    return nearestHeld(it.engine.db, place, step, (message) => {
      const isGone = message.deletedAt || (message.expiresAt && Date.parse(message.expiresAt) <= now);
      return !isGone && !hidden.has(message.id) && wants(message);
    });
  };
}
