import type { Db, PollsTable } from "@parley/db";
import {
  AppError,
  limits,
  type MessageId,
  type PollContent,
  type PollTally,
  type Publication,
  type UserId,
  userScope,
} from "@parley/schema";
import { type Selectable, sql } from "kysely";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { notFound } from "../errors.ts";
import { type MessageRecord, toMessageRow } from "./wire-row.ts";

export type PollRecord = Selectable<PollsTable>;
export type Poll = { message: MessageRecord; content: PollContent; record: PollRecord };

/** The poll of a message that the caller may read; what is no poll is not found as one. */
export async function readPoll(db: Db, message: MessageRecord): Promise<Poll> {
  if (message.deleted_at) throw new AppError("gone", "message_deleted", "This message was deleted.");
  const { content } = message.details;
  const record = await db.selectFrom("polls").selectAll().where("message_id", "=", message.id).executeTakeFirst();
  if (content?.kind !== "poll" || !record) throw notFound();
  return { message, content, record };
}

/**
 * The tally that everyone is told. Of an anonymous poll it moves on only when several votes have changed since it last
 * did: whoever watches it and sees who is there could otherwise tell whose vote each step was. For the same reason the
 * counts of fewer than that are never told, not at the end either.
 */
export function tallyOf(
  { content }: Poll,
  record: PollRecord,
  isEnd: boolean,
): { tally: PollTally; isCounted: boolean } {
  const { voter_count: voterCount, counts, uncounted } = record;
  const isCounted =
    !content.isAnonymous || (voterCount >= limits.anonymousStep && (isEnd || uncounted >= limits.anonymousStep));
  if (isCounted) return { tally: { voterCount, countedCount: voterCount, counts }, isCounted };
  const { countedCount = 0, counts: before = counts.map((row) => row.map(() => 0)) } = content.tally ?? {};
  return { tally: { voterCount, countedCount, counts: before }, isCounted };
}

/** Writes what changed of a poll into its message, and tells of it. */
export async function changePoll(
  tx: Pick<ConversationTx, "db" | "rev" | "changed">,
  { message, content }: Poll,
  change: Pick<PollContent, "tally" | "closedAt" | "answers">,
) {
  const changed = await tx.db
    .updateTable("messages")
    .set({ details: JSON.stringify({ ...message.details, content: { ...content, ...change } }), rev: tx.rev })
    .where("id", "=", message.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.changed({ messages: [toMessageRow(changed)] });
}

/**
 * What was asked, answered and revealed goes with the message. Voters keep their own vote, and of a quiz what was right,
 * among their own things: it is removed there too, and those who are online are told.
 */
export async function erasePoll(
  { db, publish }: Pick<ConversationTx, "db" | "publish">,
  messageId: MessageId,
  now: Date,
): Promise<void> {
  const { rows: voters } = await sql<{ id: UserId; rev: number; is_online: boolean }>`
    with voters as (
      select u.id from users u join votes v on v.user_id = u.id where v.message_id = ${messageId}
      order by u.id for no key update of u
    ), moved as (
      update users u set rev = u.rev + 1 from voters where u.id = voters.id
      returning u.id, u.rev, coalesce(u.online_until > ${now}, false) as is_online
    ), removed as (
      update user_rows r set value = null, rev = moved.rev from moved
      where r.user_id = moved.id and r.kind = 'vote' and r.key = ${messageId}::text
    ) select * from moved`.execute(db);
  publish(...voters.filter((it) => it.is_online).map(({ id, rev }) => ownVoteRemoved(id, rev, messageId)));
  await db.deleteFrom("votes").where("message_id", "=", messageId).execute();
  await db.deleteFrom("polls").where("message_id", "=", messageId).execute();
}

function ownVoteRemoved(userId: UserId, rev: number, key: MessageId): Publication {
  const scope = userScope(userId);
  const own = [{ kind: "vote" as const, key, value: null, rev }];
  return { scope, tell: { t: "changes", changes: { scope, from: rev - 1, rev, rows: { own } } } };
}
