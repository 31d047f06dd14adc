import type { ConversationId, Publication } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { listPeople } from "../people/list-people.ts";
import { lockConversation, recordChanges, tell } from "./in-conversation.ts";
import { inviteEnded, isLiveInvite } from "./invites.ts";
import { findMembership, insertMembers, requireRoom } from "./memberships.ts";

/** Joins the group that a link leads to. Who is in it already just learns where. */
export async function joinByInvite(
  ctx: SignedIn,
  { code }: { code: string },
): Promise<{ conversationId: ConversationId }> {
  const invite = await ctx.db
    .selectFrom("invites")
    .select(["id", "conversation_id as conversationId"])
    .where("code", "=", code)
    .executeTakeFirst();
  if (!invite) throw notFound();
  const { conversationId } = invite;

  const publications = await ctx.db.transaction().execute(async (db): Promise<Publication[]> => {
    const conversation = await lockConversation(db, conversationId);
    const earlier = await findMembership({ db, conversation }, ctx.userId);
    if (earlier && !earlier.leftAt) return [];

    // Looked at under the lock, so that a last use is used once.
    const live = await db
      .selectFrom("invites")
      .select("id")
      .where("id", "=", invite.id)
      .where(isLiveInvite(ctx.now()))
      .executeTakeFirst();
    if (!live) throw inviteEnded();
    await requireRoom({ db, conversation }, 1);
    await db
      .updateTable("invites")
      .set(({ eb }) => ({ use_count: eb("use_count", "+", 1) }))
      .where("id", "=", invite.id)
      .execute();

    const [me] = await insertMembers({ db, conversation, rev: conversation.rev + 1 }, [ctx.userId]);
    if (!me) throw new Error("Who joins is a member.");
    const people = await listPeople(db, [ctx.userId]);
    const recorded = await recordChanges(db, ctx, conversation, me, async (tx) => {
      tx.changed({ members: [me] }, people);
      await tx.happened({ type: "joined" });
    });
    return recorded.publications;
  });
  tell(ctx, conversationId, publications);
  return { conversationId };
}
