import type { inputs } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";

export type SetExpiry = InferOutput<typeof inputs.setExpiry>;

/** How long messages live from now on: either of two decides it, in a group whoever may change its details. */
export function setExpiry(
  ctx: SignedIn,
  { conversationId, expiresAfter, expiryStarts }: SetExpiry,
): Promise<{ rev: number }> {
  return inConversation(ctx, conversationId, async (tx) => {
    const { id, kind, settings, rev } = tx.conversation;
    if (kind === "group" || kind === "channel") requireMay(tx, "changeDetails");
    if ((settings.expiresAfter ?? null) === expiresAfter && (settings.expiryStarts ?? "send") === expiryStarts)
      return { rev };
    await tx.db
      .updateTable("conversations")
      .set({ settings: JSON.stringify({ ...settings, expiresAfter, expiryStarts }) })
      .where("id", "=", id)
      .execute();
    tx.conversationChanged();
    await tx.happened({ type: "expiry", expiresAfter, expiryStarts });
    return { rev: tx.rev };
  });
}
