import { AppError, type Head, type inputs, type UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { readHeadOf } from "../sync/heads.ts";
import { recordChanges, tell } from "./in-conversation.ts";
import { insertMembers, listAddable } from "./memberships.ts";
import { requireOwnFile } from "./require-own-file.ts";
import { tellMembers } from "./tell-members.ts";
import { conversationColumns } from "./wire-rows.ts";

export type CreateGroup = InferOutput<typeof inputs.createGroup>;

/**
 * Creates a group with those of the people who can be reached, and names the others. The same id again is answered as the
 * first time.
 */
export async function createGroup(ctx: SignedIn, input: CreateGroup): Promise<Head & { notAdded: UserId[] }> {
  const { conversationId: id, kind, title, description, avatarId, hidesHistory } = input;
  const publications = await ctx.db.transaction().execute(async (db) => {
    await requireOwnFile(db, ctx.userId, avatarId);
    const conversation = await db
      .insertInto("conversations")
      .values({
        id,
        kind,
        title,
        description,
        avatar_id: avatarId,
        hides_history: hidesHistory,
        created_by: ctx.userId,
      })
      .onConflict((it) => it.doNothing())
      .returning(conversationColumns)
      .executeTakeFirst();
    if (!conversation) return [];

    const tx = { db, conversation, rev: 1 };
    const [me] = await insertMembers(tx, [ctx.userId], "owner");
    const others = await insertMembers(
      tx,
      await listAddable(
        db,
        ctx.userId,
        input.memberIds.filter((it) => it !== ctx.userId),
      ),
    );
    if (!me) throw new Error("The creator is a member.");
    const recorded = await recordChanges(db, ctx, conversation, me, async (work) => {
      await tellMembers(work, [me, ...others]);
      await work.happened({ type: "created" });
    });
    return recorded.publications;
  });
  tell(ctx, id, publications);

  const head = await readHeadOf(ctx.db, ctx.userId, id, ctx.now());
  if (!head) throw new AppError("conflict", "bad_input", "This conversation id is taken.");
  return { ...head, notAdded: await listNeverIn(ctx, input) };
}

async function listNeverIn({ db }: SignedIn, { conversationId, memberIds }: CreateGroup): Promise<UserId[]> {
  if (memberIds.length === 0) return [];
  const rows = await db
    .selectFrom("members")
    .select("user_id")
    .where("conversation_id", "=", conversationId)
    .where("user_id", "in", memberIds)
    .execute();
  const wereIn = new Set(rows.map((row) => row.user_id));
  return memberIds.filter((id) => !wereIn.has(id));
}
