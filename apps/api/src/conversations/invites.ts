import type { Db, InvitesTable, Tables } from "@parley/db";
import { AppError, type ConversationId, type FileId, type InviteId, type InviteRow, settingOf } from "@parley/schema";
import type { ExpressionBuilder, Selectable } from "kysely";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { requireMay } from "./authority.ts";
import { inConversation } from "./in-conversation.ts";

export type InvitePreview = {
  conversationId: ConversationId;
  title: string;
  avatarId: FileId | null;
  memberCount: number;
  /** Whoever comes by it asks first. */
  asksFirst: boolean;
};

export function toInviteRow(row: Selectable<InvitesTable>): InviteRow {
  return {
    id: row.id,
    code: row.code,
    expiresAt: row.expires_at?.toISOString() ?? null,
    maxUses: row.max_uses,
    useCount: row.use_count,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by,
  };
}

export function isLiveInvite(now: Date) {
  return ({ and, or, eb, ref }: ExpressionBuilder<Tables, "invites">) =>
    and([
      eb("invites.revoked_at", "is", null),
      or([eb("invites.expires_at", "is", null), eb("invites.expires_at", ">", now)]),
      or([eb("invites.max_uses", "is", null), eb("invites.use_count", "<", ref("invites.max_uses"))]),
    ]);
}

/** The group's links that still work. */
export function listInvites(
  ctx: SignedIn,
  { conversationId }: { conversationId: ConversationId },
): Promise<InviteRow[]> {
  return inConversation(ctx, conversationId, async (tx) => {
    requireMay(tx, "keepInvites");
    const rows = await tx.db
      .selectFrom("invites")
      .selectAll()
      .where("conversation_id", "=", conversationId)
      .where(isLiveInvite(ctx.now()))
      .orderBy("created_at", "desc")
      .orderBy("id")
      .execute();
    return rows.map(toInviteRow);
  });
}

/** Ends a link; ending it twice is ending it once. */
export function revokeInvite(
  ctx: SignedIn,
  input: { conversationId: ConversationId; inviteId: InviteId },
): Promise<Record<string, never>> {
  return inConversation(ctx, input.conversationId, async (tx) => {
    requireMay(tx, "keepInvites");
    const invite = await tx.db
      .selectFrom("invites")
      .select("id")
      .where("id", "=", input.inviteId)
      .where("conversation_id", "=", input.conversationId)
      .executeTakeFirst();
    if (!invite) throw notFound();
    await tx.db
      .updateTable("invites")
      .set({ revoked_at: ctx.now() })
      .where("id", "=", input.inviteId)
      .where("revoked_at", "is", null)
      .execute();
    return {};
  });
}

/** What a link leads to, for whoever holds it. */
export async function previewInvite(db: Db, now: Date, { code }: { code: string }): Promise<InvitePreview> {
  const invite = await db.selectFrom("invites").select("id").where("code", "=", code).executeTakeFirst();
  if (!invite) throw notFound();
  const preview = await db
    .selectFrom("invites")
    .innerJoin("conversations", "conversations.id", "invites.conversation_id")
    .select([
      "conversations.id",
      "conversations.title",
      "conversations.avatar_id",
      "conversations.kind",
      "conversations.settings",
    ])
    .select(({ selectFrom }) =>
      selectFrom("members")
        .select(({ fn }) => fn.countAll<string>().as("count"))
        .whereRef("members.conversation_id", "=", "conversations.id")
        .where("members.left_at", "is", null)
        .as("members"),
    )
    .where("invites.id", "=", invite.id)
    .where(isLiveInvite(now))
    .executeTakeFirst();
  if (!preview) throw inviteEnded();
  return {
    conversationId: preview.id,
    title: preview.title,
    avatarId: preview.avatar_id,
    memberCount: Number(preview.members),
    asksFirst: settingOf(preview, "joinBy") === "request",
  };
}

export const inviteEnded = () => new AppError("gone", "invite_ended", "This invite link no longer works.");
