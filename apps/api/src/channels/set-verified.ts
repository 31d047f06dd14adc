import { type inputs, keepsPlace } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { asOutsider } from "../conversations/as-outsider.ts";
import { notAllowed } from "../errors.ts";

export type SetVerified = InferOutput<typeof inputs.setVerified>;

/** Gives a channel its badge, or takes it: for those who keep the whole place, members or not. */
export async function setVerified(
  ctx: SignedIn,
  { conversationId, isVerified }: SetVerified,
): Promise<{ rev: number }> {
  if (!keepsPlace(ctx.role)) throw notAllowed();
  return asOutsider(ctx, conversationId, async (tx) => {
    if (tx.conversation.kind !== "channel") throw notAllowed("Only a channel has a badge.");
    if (tx.conversation.is_verified === isVerified) return { rev: tx.conversation.rev };
    await tx.db
      .updateTable("conversations")
      .set({ is_verified: isVerified })
      .where("id", "=", conversationId)
      .execute();
    tx.conversationChanged();
    return { rev: tx.rev };
  });
}
