import type { Db } from "@parley/db";
import { AppError, limits, type MemberRole, type MemberRow, type UserId } from "@parley/schema";
import { sql } from "kysely";
import { currentXid } from "./current-xid.ts";
import type { ConversationTx } from "./in-conversation.ts";
import { memberColumns, toMemberRow } from "./wire-rows.ts";

/**
 * Makes these users members from the next seq on. New ones see what was before, unless the conversation hides it;
 * who comes back keeps what they could see then, and never sees the time between.
 */
export async function insertMembers(
  tx: Pick<ConversationTx, "db" | "conversation" | "rev">,
  userIds: UserId[],
  role: MemberRole = "member",
): Promise<MemberRow[]> {
  const { db, conversation, rev } = tx;
  const seq = conversation.last_seq + 1;
  const isChannel = conversation.kind === "channel";
  const first = conversation.hides_history && !isChannel ? seq : 1;
  const { rows } = await sql<Parameters<typeof toMemberRow>[0]>`
    insert into members (conversation_id, user_id, role, visible, read_seq, delivered_seq, read_replies, rev)
    select ${conversation.id}, id, ${role}, int4multirange(int4range(${first}::int, null)), ${seq - 1}::int, ${seq - 1}::int,
      ${conversation.thread_replies}::int, ${rev}::int
    from unnest(${`{${userIds.join(",")}}`}::uuid[]) as users(id)
    on conflict (user_id, conversation_id) do update set left_at = null, joined_at = now(), role = excluded.role, rev = excluded.rev,
      row_xid = pg_current_xact_id(), visible = members.visible + int4multirange(int4range(${isChannel ? 1 : seq}::int, null)),
      read_seq = excluded.read_seq, delivered_seq = excluded.delivered_seq, read_replies = excluded.read_replies
    returning ${sql.join(memberColumns.map((column) => sql.ref(column)))}`.execute(db);
  await countMembers(tx, rows.length);
  return rows.map(toMemberRow);
}

/** Only a channel's are kept count of: a group's are few, and every device has them. */
async function countMembers({ db, conversation }: Pick<ConversationTx, "db" | "conversation">, more: number) {
  if (conversation.kind !== "channel" || more === 0) return;
  await db
    .updateTable("conversations")
    .set(({ eb }) => ({ member_count: eb("member_count", "+", more) }))
    .where("id", "=", conversation.id)
    .execute();
}

/** Ends a membership: the row stays, so that devices learn of it, and what could be seen ends here. */
export async function endMembership(tx: ConversationTx, userId: UserId): Promise<MemberRow> {
  const { db, conversation, rev } = tx;
  const { rows } = await sql<Parameters<typeof toMemberRow>[0]>`
    update members set left_at = now(), rev = ${rev}::int, row_xid = pg_current_xact_id(),
      visible = visible * int4multirange(int4range(1, ${conversation.last_seq + 1}::int)), was_staff = was_staff or role <> 'member', role = 'member'
    where conversation_id = ${conversation.id} and user_id = ${userId}
    returning ${sql.join(memberColumns.map((column) => sql.ref(column)))}`.execute(db);
  await countMembers(tx, -rows.length);
  return toMemberRow(rows[0] as Parameters<typeof toMemberRow>[0]);
}

export async function changeRole(
  { db, conversation, rev }: ConversationTx,
  userId: UserId,
  role: MemberRole,
): Promise<MemberRow> {
  const row = await db
    .updateTable("members")
    .set({ role, rev, row_xid: currentXid, was_staff: sql<boolean>`was_staff or role <> 'member'` })
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "=", userId)
    .returning(memberColumns)
    .executeTakeFirstOrThrow();
  return toMemberRow(row);
}

/** The member's row, also when they have left; nothing when they never were one. */
export async function findMembership(
  { db, conversation }: Pick<ConversationTx, "db" | "conversation">,
  userId: UserId,
): Promise<MemberRow | null> {
  const row = await db
    .selectFrom("members")
    .select(memberColumns)
    .where("conversation_id", "=", conversation.id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return row ? toMemberRow(row) : null;
}

export async function requireRoom(
  { db, conversation }: Pick<ConversationTx, "db" | "conversation">,
  newcomers: number,
) {
  if (conversation.kind === "channel") return;
  const { members } = await db
    .selectFrom("members")
    .select(({ fn }) => fn.countAll<string>().as("members"))
    .where("conversation_id", "=", conversation.id)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  if (Number(members) + newcomers > limits.groupMembers)
    throw new AppError("conflict", "group_full", `A group has at most ${limits.groupMembers} members.`);
}

/** Which of these this user may add to a group: not those who are gone, who do not want it, or where one blocks the other. */
export async function listAddable(db: Db, userId: UserId, others: UserId[]): Promise<UserId[]> {
  if (others.length === 0) return [];
  const rows = await db
    .selectFrom("users")
    .select("users.id")
    .where("users.id", "in", others)
    .where("users.deleted_at", "is", null)
    .where(sql<boolean>`shows(users.id, ${userId}, 'groups') and not blocks(${userId}, users.id)`)
    .orderBy("users.id")
    .execute();
  return rows.map((row) => row.id);
}
