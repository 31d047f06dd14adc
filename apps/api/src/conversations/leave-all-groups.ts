import type { Db } from "@parley/db";
import { AppError, type ConversationId, type UserId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { handOver } from "./hand-over.ts";
import { leave } from "./leave.ts";

// Each round leaves what it finds; what joins or moves meanwhile is for the next.
const rounds = 5;

/** Leaves every group. Those the user owns go to the highest role among the others, of these to who has been there longest. */
export async function leaveAllGroups(ctx: SignedIn) {
  for (let round = 0; round < rounds; round++) {
    const groups = await listGroups(ctx.db, ctx.userId);
    if (groups.length === 0) return;
    for (const group of groups) await leaveOne(ctx, group);
  }
  throw new AppError("unavailable", "unavailable", "Your groups are changing right now. Try again in a moment.");
}

async function leaveOne(
  ctx: SignedIn,
  { conversationId, isOwner }: { conversationId: ConversationId; isOwner: boolean },
) {
  const heir = isOwner ? await findHeir(ctx, conversationId) : undefined;
  try {
    if (heir) await handOver(ctx, { conversationId, userId: heir });
    await leave(ctx, { conversationId });
  } catch (error) {
    // Someone left, came or was made owner between the look and the act: the next round looks again.
    if (!(error instanceof AppError)) throw error;
  }
}

async function listGroups(db: Db, userId: UserId) {
  const rows = await db
    .selectFrom("members")
    .innerJoin("conversations", "conversations.id", "members.conversation_id")
    .select(["conversations.id", "members.role"])
    .where("members.user_id", "=", userId)
    .where("members.left_at", "is", null)
    .where("conversations.kind", "in", ["group", "channel"])
    .execute();
  return rows.map((row) => ({ conversationId: row.id, isOwner: row.role === "owner" }));
}

async function findHeir({ db, userId }: SignedIn, conversationId: ConversationId): Promise<UserId | undefined> {
  const heir = await db
    .selectFrom("members")
    .select("user_id")
    .where("conversation_id", "=", conversationId)
    .where("user_id", "!=", userId)
    .where("left_at", "is", null)
    .orderBy((eb) => eb.case().when("role", "=", "admin").then(0).when("role", "=", "moderator").then(1).else(2).end())
    .orderBy("joined_at")
    .orderBy("user_id")
    .limit(1)
    .executeTakeFirst();
  return heir?.user_id;
}
