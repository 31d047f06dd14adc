import {
  AppError,
  type ConversationId,
  type JoinRequest,
  limits,
  type OwnJoinRequest,
  type UserId,
} from "@parley/schema";
import { writeOwnRow } from "../accounts/write-own-row.ts";
import type { SignedIn } from "../context.ts";
import { personColumns, toPerson } from "../people/person.ts";
import { requireMay } from "./authority.ts";
import { type ConversationTx, inConversation } from "./in-conversation.ts";

type Tx = Pick<ConversationTx, "db" | "conversation" | "publish" | "conversationChanged">;

/** Asks to be let in; asking again gives the newer note. Members hear how many ask, those who decide read who. */
export async function askToJoin(ctx: SignedIn, tx: Tx, note: string): Promise<void> {
  const { id, title, request_count } = tx.conversation;
  if (request_count >= limits.joinRequests)
    throw new AppError("conflict", "too_many_requests", "Too many people are asking to join right now.");
  await tx.db
    .insertInto("join_requests")
    .values({ conversation_id: id, user_id: ctx.userId, note })
    .onConflict((it) => it.columns(["conversation_id", "user_id"]).doUpdateSet({ note }))
    .execute();
  await countRequests(tx);
  await tellRequester(tx, ctx.userId, { title, state: "waiting", at: ctx.now().toISOString() });
}

/** Takes a request away, if there is one, and tells who asked what came of it: null when they are in, or gave it up. */
export async function endRequest(tx: Tx, userId: UserId, outcome: OwnJoinRequest | null): Promise<boolean> {
  const removed = await tx.db
    .deleteFrom("join_requests")
    .where("conversation_id", "=", tx.conversation.id)
    .where("user_id", "=", userId)
    .returning("user_id")
    .executeTakeFirst();
  if (!removed) return false;
  await countRequests(tx);
  await tellRequester(tx, userId, outcome);
  return true;
}

/** Who asks to join, those who have waited longest first. */
export function listRequests(
  ctx: SignedIn,
  { conversationId }: { conversationId: ConversationId },
): Promise<JoinRequest[]> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "answerRequests");
    const rows = await tx.db
      .selectFrom("join_requests")
      .innerJoin("users", "users.id", "join_requests.user_id")
      .select(personColumns(ctx.userId))
      .select(["join_requests.note", "join_requests.created_at"])
      .where("join_requests.conversation_id", "=", conversationId)
      .where("users.deleted_at", "is", null)
      .orderBy("join_requests.created_at")
      .orderBy("users.id")
      .execute();
    return rows.map((row) => ({ person: toPerson(row), note: row.note, createdAt: row.created_at.toISOString() }));
  });
}

async function countRequests(tx: Tx) {
  await tx.db
    .updateTable("conversations")
    .set(({ selectFrom }) => ({
      request_count: selectFrom("join_requests")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("join_requests.conversation_id", "=", "conversations.id"),
    }))
    .where("id", "=", tx.conversation.id)
    .execute();
  tx.conversationChanged();
}

async function tellRequester(tx: Tx, userId: UserId, value: OwnJoinRequest | null) {
  tx.publish(await writeOwnRow(tx.db, userId, { kind: "joinRequest", key: tx.conversation.id, value }));
}
