import { AppError, type ErrorReason, foldUsername, type inputs, usernameKey, usernameProblem } from "@parley/schema";
import type { InferOutput } from "valibot";
import { isTaken } from "../accounts/is-taken.ts";
import type { SignedIn } from "../context.ts";
import { requireMay } from "../conversations/authority.ts";
import { type ConversationTx, inConversation } from "../conversations/in-conversation.ts";
import { notAllowed } from "../errors.ts";

export type SetAddress = InferOutput<typeof inputs.setAddress>;

/** Makes a channel public at an address, or private again. Addresses follow the rules of usernames. */
export async function setAddress(ctx: SignedIn, { conversationId, address }: SetAddress): Promise<{ rev: number }> {
  const folded = address === null ? null : foldUsername(address);
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "keepInvites");
    if (tx.conversation.kind !== "channel") throw notAllowed("Only a channel has an address.");
    if (tx.conversation.address === folded) return { rev: tx.conversation.rev };
    if (folded !== null) await requireFree(tx, folded);
    await tx.db
      .updateTable("conversations")
      .set({ address: folded, address_key: folded && usernameKey(folded) })
      .where("id", "=", conversationId)
      .execute();
    tx.conversationChanged();
    await tx.happened({ type: "details" });
    return { rev: tx.rev };
  }).catch((error) => {
    // Two who take it at once: the second hears so from the database.
    throw isTaken(error, "conversations_address_key_key") ? refusal("address_taken") : error;
  });
}

async function requireFree({ db, conversation }: ConversationTx, address: string) {
  const problem = usernameProblem(address);
  if (problem) throw refusal(problem === "username_invalid" ? "address_invalid" : "address_taken");
  const holder = await db
    .selectFrom("conversations")
    .select(["id", "address"])
    .where("address_key", "=", usernameKey(address))
    .where("id", "<>", conversation.id)
    .executeTakeFirst();
  if (holder) throw refusal(holder.address === address ? "address_taken" : "address_confusable");
}

const sentences = {
  address_invalid: "Use 3 to 32 letters, digits, dots, hyphens or underscores, all of one script.",
  address_taken: "This address is taken.",
  address_confusable: "This address looks too much like another one.",
} satisfies Partial<Record<ErrorReason, string>>;

const refusal = (reason: keyof typeof sentences) =>
  new AppError(reason === "address_invalid" ? "bad_input" : "conflict", reason, sentences[reason]);
