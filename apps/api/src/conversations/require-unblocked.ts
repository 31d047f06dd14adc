import type { SignedIn } from "../context.ts";
import { notAllowed } from "../errors.ts";
import type { ConversationTx } from "./in-conversation.ts";
import { listReachable } from "./memberships.ts";

/** An edit, a reaction or a pin would otherwise be a way to write to who does not want it. */
export async function requireUnblocked(ctx: SignedIn, { db, conversation }: ConversationTx) {
  if (conversation.kind !== "direct") return;
  const others = await db
    .selectFrom("members")
    .select("user_id")
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "!=", ctx.userId)
    .execute();
  const reachable = await listReachable(
    db,
    ctx.userId,
    others.map((row) => row.user_id),
  );
  if (reachable.length === 0) throw notAllowed("You cannot send messages here.");
}
