import {
  AppError,
  type Choices,
  counted,
  fits,
  type inputs,
  isClosed,
  type MessageId,
  type OwnVote,
  type OwnVoteRow,
} from "@parley/schema";
import type { InferOutput } from "valibot";
import { keepOwnRow } from "../accounts/keep-own-row.ts";
import type { SignedIn } from "../context.ts";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { inSharedTurn } from "../conversations/in-shared-turn.ts";
import { requireUnblocked } from "../conversations/require-unblocked.ts";
import { readMessage } from "./find-message.ts";
import { changePoll, type Poll, type PollRecord, readPoll, tallyOf } from "./polls.ts";

export type VoteInPoll = InferOutput<typeof inputs.voteInPoll>;
/** `own` is the voter's own row, with what was right if the poll is a quiz. */
export type Voted = { rev: number; own: OwnVoteRow | null };

/** Gives one's answers, changes them, or takes them back. Only the voter's own devices hear what was chosen. */
export function voteInPoll(ctx: SignedIn, { conversationId, messageId, choices }: VoteInPoll): Promise<Voted> {
  return inSharedTurn(ctx, conversationId, async (tx) => {
    const poll = await readPoll(tx.db, await readMessage(ctx, tx, messageId));
    const before = await findChoices(ctx, tx, messageId);
    if (isSame(before, choices)) return { rev: poll.message.rev, own: await findOwn(ctx, tx, messageId) };
    await requireMayVote(ctx, tx, poll, before, choices);

    await keepVote(ctx, tx, messageId, choices);
    const record = await countVote(tx, poll, before, choices);
    await changePoll(tx, poll, { tally: tallyOf(poll, record, false).tally });
    const revealed = record.answers ? { answers: record.answers } : {};
    const value: OwnVote | null = choices.length > 0 ? { choices, ...revealed } : null;
    const own = { kind: "vote" as const, key: messageId, value };
    const { rev, publication } = await keepOwnRow(tx.db, ctx.userId, own);
    tx.publish(publication);
    return { rev: tx.rev, own: { ...own, rev } };
  });
}

async function requireMayVote(
  ctx: SignedIn,
  tx: ConversationTx,
  { content, record }: Poll,
  before: Choices,
  choices: Choices,
) {
  if (isClosed(content, ctx.now().getTime())) throw new AppError("gone", "poll_closed", "This poll is closed.");
  // Whoever has voted in a quiz knows what is right.
  if (record.answers && before.length > 0)
    throw new AppError("conflict", "vote_final", "In a quiz the first answer counts.");
  if (choices.length === 0) return;
  if (!fits(content, choices)) throw new AppError("bad_input", "bad_input", "Answer every question.");
  await requireUnblocked(ctx, tx);
}

async function findChoices({ userId }: SignedIn, { db }: ConversationTx, messageId: MessageId): Promise<Choices> {
  const vote = await db
    .selectFrom("votes")
    .select("choices")
    .where("message_id", "=", messageId)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return vote?.choices ?? [];
}

async function findOwn({ userId }: SignedIn, { db }: ConversationTx, key: MessageId): Promise<OwnVoteRow | null> {
  const row = await db
    .selectFrom("user_rows")
    .select(["value", "rev"])
    .where("user_id", "=", userId)
    .where("kind", "=", "vote")
    .where("key", "=", key)
    .executeTakeFirst();
  return row ? { kind: "vote", key, value: row.value as OwnVote | null, rev: row.rev } : null;
}

async function keepVote({ userId }: SignedIn, { db, rev }: ConversationTx, messageId: MessageId, choices: Choices) {
  if (choices.length === 0) {
    await db.deleteFrom("votes").where("message_id", "=", messageId).where("user_id", "=", userId).execute();
    return;
  }
  const changed = { choices: JSON.stringify(choices), rev };
  await db
    .insertInto("votes")
    .values({ message_id: messageId, user_id: userId, ...changed })
    .onConflict((it) => it.columns(["message_id", "user_id"]).doUpdateSet(changed))
    .execute();
}

/** Moves the counts by this vote, so that a poll of thousands costs no more than one of three. */
async function countVote({ db }: ConversationTx, poll: Poll, before: Choices, choices: Choices): Promise<PollRecord> {
  const { record } = poll;
  const moved: PollRecord = {
    ...record,
    counts: counted(counted(record.counts, before, -1), choices, 1),
    voter_count: record.voter_count + Number(choices.length > 0) - Number(before.length > 0),
    uncounted: record.uncounted + 1,
  };
  const uncounted = tallyOf(poll, moved, false).isCounted ? 0 : moved.uncounted;
  await db
    .updateTable("polls")
    .set({ counts: JSON.stringify(moved.counts), voter_count: moved.voter_count, uncounted })
    .where("message_id", "=", record.message_id)
    .execute();
  return moved;
}

const isSame = (one: Choices, other: Choices) => JSON.stringify(one) === JSON.stringify(other);
