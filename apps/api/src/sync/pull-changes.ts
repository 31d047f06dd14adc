import type { Db } from "@parley/db";
import {
  conversationScope,
  type inputs,
  limits,
  type Mark,
  type MemberRow,
  type MessageRow,
  type PullAnswer,
  type SeqRange,
} from "@parley/schema";
import { sql } from "kysely";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { conversationColumns, memberColumns, toConversationRow, toMemberRow } from "../conversations/wire-rows.ts";
import { notFound } from "../errors.ts";
import { readableMessages } from "../messages/queries.ts";
import { toMessageRow } from "../messages/wire-row.ts";
import { listPeople, namedIn } from "../people/list-people.ts";

export type PullChanges = InferOutput<typeof inputs.pullChanges>;

/** Rows that changed after the cursor, in rev order; with the last of them the newest page. */
export async function pullChanges(ctx: SignedIn, input: PullChanges): Promise<PullAnswer> {
  const { db } = ctx;
  const { conversationId, holding } = input;
  const conversation = await readConversation(db, ctx, input);
  // A cursor ahead of the conversation is from another life of the database.
  const from = input.cursor > conversation.rev ? 0 : input.cursor;

  const held = await changedHeld(ctx, input, from);
  const lastRev = held.more ? (held.messages.at(-1)?.rev ?? conversation.rev) : conversation.rev;
  const covers = held.more ? null : newestPage(holding, conversation.last_seq);
  const newest = covers ? await messagesIn(ctx, input, covers) : [];
  const messages = [...held.messages.filter((it) => !covers || it.seq < covers.from), ...newest];
  const members = await changedMembers(db, input, from, lastRev);

  return {
    changes: {
      scope: conversationScope(conversationId),
      from: input.cursor,
      rev: lastRev,
      rows: { conversation: toConversationRow(conversation), members, messages },
      people: await listPeople(db, [...namedIn(messages), ...members.map((it) => it.userId)]),
    },
    covers,
    more: held.more,
    ...(input.marks && !held.more ? { marks: await listMarks(db, input) } : {}),
  };
}

/**
 * The stretch to answer for without being asked: everything new as long as that is one page of changes,
 * otherwise only the end, and what lies between is a hole that scrolling fills.
 */
export function newestPage(holding: SeqRange[], lastSeq: number): SeqRange | null {
  if (lastSeq === 0) return null;
  const held = Math.min(lastSeq, Math.max(0, ...holding.map((it) => it.to)));
  const page = { from: Math.max(1, lastSeq - limits.page.default + 1), to: lastSeq };
  if (held === 0 || lastSeq - held > limits.pullPage) return page;
  return held === lastSeq ? null : { from: held + 1, to: lastSeq };
}

async function readConversation(db: Db, { userId }: SignedIn, { conversationId }: PullChanges) {
  const conversation = await db
    .selectFrom("conversations")
    .innerJoin("members", "members.conversation_id", "conversations.id")
    .select(conversationColumns)
    .where("conversations.id", "=", conversationId)
    .where("members.user_id", "=", userId)
    .where("members.left_at", "is", null)
    .executeTakeFirst();
  if (!conversation) throw notFound();
  return conversation;
}

/** Changes to what the device holds. A page ends between two revs, so that its last rev is a cursor. */
async function changedHeld(
  ctx: SignedIn,
  { conversationId, holding }: PullChanges,
  from: number,
): Promise<{ messages: MessageRow[]; more: boolean }> {
  if (holding.length === 0) return { messages: [], more: false };
  const ranges = sql`${`{${holding.map((it) => `[${bounded(it.from)},${bounded(it.to)}]`).join(",")}}`}::int4multirange`;
  const changed = readableMessages(ctx.db, { userId: ctx.userId, conversationId, now: ctx.now() })
    .where("messages.rev", ">", from)
    .where(sql<boolean>`messages.seq <@ ${ranges}`)
    .orderBy("messages.rev")
    .orderBy("messages.seq");
  const rows = await changed.limit(limits.pullPage + 1).execute();
  const cut = rows[limits.pullPage]?.rev;
  if (cut === undefined) return { messages: rows.map(toMessageRow), more: false };

  const whole = rows.filter((row) => row.rev < cut);
  const page = whole.length > 0 ? whole : await changed.where("messages.rev", "=", cut).execute();
  return { messages: page.map(toMessageRow), more: true };
}

async function messagesIn(ctx: SignedIn, { conversationId }: PullChanges, covers: SeqRange): Promise<MessageRow[]> {
  const rows = await readableMessages(ctx.db, { userId: ctx.userId, conversationId, now: ctx.now() })
    .where("messages.seq", ">=", covers.from)
    .where("messages.seq", "<=", covers.to)
    .orderBy("messages.seq")
    .execute();
  return rows.map(toMessageRow);
}

async function changedMembers(db: Db, { conversationId }: PullChanges, from: number, to: number): Promise<MemberRow[]> {
  const rows = await db
    .selectFrom("members")
    .select(memberColumns)
    .where("conversation_id", "=", conversationId)
    .where("rev", ">", from)
    .where("rev", "<=", to)
    .orderBy("rev")
    .orderBy("user_id")
    .execute();
  return rows.map(toMemberRow);
}

async function listMarks(db: Db, { conversationId }: PullChanges): Promise<Mark[]> {
  return db
    .selectFrom("members")
    .select(["user_id as userId", "read_seq as readSeq", "delivered_seq as deliveredSeq"])
    .where("conversation_id", "=", conversationId)
    .where("left_at", "is", null)
    .execute();
}

const bounded = (seq: number) => Math.min(seq, 2_147_483_646);
