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
import {
  type ConversationRecord,
  conversationColumns,
  memberColumns,
  toConversationRow,
  toMemberRow,
} from "../conversations/wire-rows.ts";
import { notFound } from "../errors.ts";
import { changedPins } from "../messages/pins.ts";
import { listReactions } from "../messages/reactions.ts";
import { readableMessages, readerOf } from "../messages/readable-messages.ts";
import { toMessageRow } from "../messages/wire-row.ts";
import { listPeople, namedIn } from "../people/list-people.ts";
import { changedHeld } from "./changed-held.ts";

export type PullChanges = InferOutput<typeof inputs.pullChanges>;

/** Rows that changed after the cursor, in rev order; with the last of them the newest page. */
export async function pullChanges(ctx: SignedIn, input: PullChanges): Promise<PullAnswer> {
  const { db } = ctx;
  const { conversationId, holding } = input;
  const conversation = await readConversation(db, ctx, input);
  // A cursor ahead of the conversation is from another life of the database.
  const from = input.cursor > conversation.rev ? 0 : input.cursor;

  const held = await changedHeld(ctx, input, from);
  const lastRev = held.more ? held.lastRev : conversation.rev;
  const covers = held.more ? null : newestPage(holding, conversation.last_seq);
  const newest = covers ? await messagesIn(ctx, input, covers) : [];
  const messages = [...held.messages.filter((it) => !covers || it.seq < covers.from), ...newest];
  const reactions = [...held.reactions, ...(await listReactions(db, newest, ctx.userId))];
  const pins = await changedPins(db, readerOf(ctx, input), from, lastRev);
  const members = await changedMembers(ctx, conversation, from, lastRev);

  return {
    changes: {
      scope: conversationScope(conversationId),
      from: input.cursor,
      rev: lastRev,
      rows: { conversation: toConversationRow(conversation), members, messages, reactions, pins },
      people: await listPeople(
        db,
        [...namedIn(messages), ...[...members, ...reactions].map((it) => it.userId), ...pins.map((it) => it.pinnedBy)],
        ctx.userId,
      ),
    },
    covers,
    more: held.more,
    ...(input.marks && !held.more ? { marks: await listMarks(ctx, conversation) } : {}),
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

async function messagesIn(ctx: SignedIn, { conversationId }: PullChanges, covers: SeqRange): Promise<MessageRow[]> {
  const rows = await readableMessages(ctx.db, { userId: ctx.userId, conversationId, now: ctx.now() })
    .where("messages.seq", ">=", covers.from)
    .where("messages.seq", "<=", covers.to)
    .orderBy("messages.seq")
    .execute();
  return rows.map(toMessageRow);
}

/** Of a channel's members only those who keep it, or did, and oneself: nobody copies a hundred thousand rows. */
async function changedMembers(
  ctx: SignedIn,
  conversation: ConversationRecord,
  from: number,
  to: number,
): Promise<MemberRow[]> {
  const members = ctx.db
    .selectFrom("members")
    .select(memberColumns)
    .select(toldMarks(ctx, conversation))
    .where("conversation_id", "=", conversation.id);
  const changed = members.where("rev", ">", from).where("rev", "<=", to).orderBy("rev").orderBy("user_id");
  const rows =
    conversation.kind === "channel"
      ? [
          ...(await changed
            .where(({ or, eb }) => or([eb("role", "<>", "member"), eb("was_staff", "=", true)]))
            .where("user_id", "!=", ctx.userId)
            .execute()),
          ...(await members.where("user_id", "=", ctx.userId).execute()),
        ]
      : await changed.execute();
  return rows.map((row) => ({ ...toMemberRow(row), readSeq: row.readSeq, deliveredSeq: row.deliveredSeq }));
}

/** In a channel nobody learns how far others have read. */
async function listMarks(ctx: SignedIn, conversation: ConversationRecord): Promise<Mark[]> {
  return ctx.db
    .selectFrom("members")
    .select(["user_id as userId"])
    .select(toldMarks(ctx, conversation))
    .where("conversation_id", "=", conversation.id)
    .where("left_at", "is", null)
    .$if(conversation.kind === "channel", (query) => query.where("user_id", "=", ctx.userId))
    .execute();
}

/** In a direct conversation, of the other only what they let be told. */
function toldMarks({ userId }: SignedIn, { kind }: ConversationRecord) {
  const isTold = sql`${kind === "direct"} and user_id <> ${userId}`;
  return [
    sql<number>`case when ${isTold} then told_read_seq else read_seq end`.as("readSeq"),
    sql<number>`case when ${isTold} then told_delivered_seq else delivered_seq end`.as("deliveredSeq"),
    sql<number>`case when ${isTold} then 0 else read_replies end`.as("readReplies"),
  ] as const;
}
