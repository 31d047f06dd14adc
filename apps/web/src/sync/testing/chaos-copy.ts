import type { ConversationId, MessageDetails, UserId } from "@parley/schema";
import { inConversationRange } from "../store/db.ts";
import { type HeldMessage, isLeft } from "../store/rows.ts";
import type { Chaos } from "./chaos.ts";
import type { TestDevice } from "./test-device.ts";

/** What a device holds of a conversation, in the words of the database. */
export async function heldBy(device: TestDevice, id: ConversationId) {
  const it = await device.db.get("conversations", id);
  const rows = await device.db.getAll("messages", inConversationRange(id));
  const members = await device.db.getAll("members", inConversationRange(id));
  return {
    isLeft: !it || isLeft(it),
    held: it?.held ?? [],
    state: {
      rev: it?.row.rev,
      cursor: it?.cursor,
      title: it?.row.title,
      settings: it?.row.settings,
      hidesHistory: it?.row.hidesHistory,
      readSeq: it?.me.readSeq,
      pins: (it?.pins ?? []).map(({ messageId, rev }) => ({ messageId, rev })).sort(byRevAndId),
      threadReplies: it?.row.threadReplies ?? 0,
      readReplies: it?.me.readReplies ?? 0,
      members: members.map(({ userId, role, leftAt }) => ({ userId, role, isLeft: leftAt !== null })),
    },
    messages: rows.map(asKept),
    tallies: rows.flatMap(({ tally, ...row }) =>
      row.kind === "event" || row.deletedAt || !tally ? [] : [{ id: row.id, ...tally, mine: tally.mine.toSorted() }],
    ),
  };
}

function asKept(row: HeldMessage) {
  const { reactions = [], threadId = null, ...rest } = row;
  const isInTimeline = row.isInTimeline ?? threadId === null;
  return {
    ...{ ...rest, tally: undefined, conversationId: undefined },
    ...{ threadId, isInTimeline, reactions: reactions.toSorted((a, b) => a.rev - b.rev) },
  };
}

/** What a user may have of a conversation; null when they are not in it. */
export async function keptFor(chaos: Chaos, id: ConversationId, userId: UserId) {
  const { db } = chaos;
  const conversation = await db.selectFrom("conversations").selectAll().where("id", "=", id).executeTakeFirst();
  const members = await db
    .selectFrom("members")
    .selectAll()
    .where("conversation_id", "=", id)
    .orderBy("user_id")
    .execute();
  const me = members.find((row) => row.user_id === userId);
  if (!conversation || !me || me.left_at) return null;

  const isChannel = conversation.kind === "channel";
  const iso = (date: Date | null) => date?.toISOString() ?? null;
  const isAlive = (row: { expires_at: Date | null }) => !row.expires_at || row.expires_at.getTime() > chaos.now();
  const all = await db
    .selectFrom("messages")
    .innerJoin("members", "members.conversation_id", "messages.conversation_id")
    .selectAll("messages")
    // Of replies that came while they were away, a root tells them nothing.
    .select((of) => of.fn<MessageDetails>("seen_thread", ["messages.id", "details", "members.visible"]).as("seen"))
    .where("messages.conversation_id", "=", id)
    .where("members.user_id", "=", userId)
    .orderBy("seq")
    .execute();
  const visible = seqsIn(me.visible);
  const messages = all.filter((row) => visible(row.seq) && isAlive(row));
  const ids = new Set(messages.map((row) => row.id));
  const reactions = await db
    .selectFrom("reactions")
    .selectAll()
    .where("conversation_id", "=", id)
    .where("is_removed", "=", false)
    .orderBy("rev")
    .execute();
  const pins = await db
    .selectFrom("pins")
    .selectAll()
    .where("conversation_id", "=", id)
    .where("is_removed", "=", false)
    .execute();
  const told = (row: (typeof members)[number]) =>
    !isChannel || row.user_id === userId || row.role !== "member" || row.was_staff;
  return {
    seqs: all.map((row) => row.seq),
    lastSeq: conversation.last_seq,
    state: {
      rev: conversation.rev,
      cursor: conversation.rev,
      title: conversation.title,
      settings: conversation.settings,
      hidesHistory: conversation.hides_history,
      readSeq: me.read_seq,
      pins: pins
        .filter((row) => ids.has(row.message_id))
        .map((row) => ({ messageId: row.message_id, rev: row.rev }))
        .sort(byRevAndId),
      threadReplies: conversation.thread_replies,
      readReplies: me.read_replies,
      members: members
        .filter(told)
        .map((row) => ({ userId: row.user_id, role: row.role, isLeft: row.left_at !== null })),
    },
    messages: messages.map((row) => ({
      ...{ id: row.id, seq: row.seq, rev: row.rev, senderId: row.sender_id, kind: row.kind, text: row.text },
      ...{ event: row.event, replyToId: row.reply_to_id, threadId: row.thread_id, isInTimeline: row.is_in_timeline },
      ...{ createdAt: iso(row.created_at), editedAt: iso(row.edited_at) },
      ...{ deletedAt: iso(row.deleted_at), expiresAt: iso(row.expires_at) },
      ...row.seen,
      reactions: isChannel
        ? []
        : reactions
            .filter((it) => it.message_id === row.id)
            .map((it) => ({ userId: it.user_id, emoji: it.emoji, rev: it.rev })),
    })),
    mine: reactions.filter((row) => row.user_id === userId),
  };
}

/** What a channel's posts have had, and of it the user's own. */
export async function talliesFor(chaos: Chaos, kept: NonNullable<Awaited<ReturnType<typeof keptFor>>>) {
  const posts = kept.messages.filter((row) => row.kind !== "event" && !row.deletedAt);
  if (posts.length === 0) return [];
  const rows = await chaos.db
    .selectFrom("tallies")
    .selectAll()
    .where(
      "message_id",
      "in",
      posts.map((row) => row.id),
    )
    .execute();
  const byId = new Map(rows.map((row) => [row.message_id, row]));
  return posts.map(({ id }) => ({
    id,
    viewCount: byId.get(id)?.view_count ?? 0,
    reactions: byId.get(id)?.reactions ?? {},
    mine: kept.mine.flatMap((row) => (row.message_id === id ? [row.emoji] : [])).sort(),
  }));
}

/** The user's own things, as far as they are still there. Emoji are everybody's. */
export async function ownOf(chaos: Chaos, userId: UserId) {
  const rows = await chaos.db
    .selectFrom("user_rows")
    .select(["kind", "key", "value", "rev"])
    .where("user_id", "=", userId)
    .where("value", "is not", null)
    .execute();
  return rows.sort(byKindAndKey);
}

export async function ownOn(device: TestDevice) {
  return (await device.db.getAll("own")).filter((row) => row.value !== null && row.kind !== "emoji").sort(byKindAndKey);
}

type Own = { kind: string; key: string };
const nameOf = ({ kind, key }: Own) => `${kind}:${key}`;
const byKindAndKey = (a: Own, b: Own) => (nameOf(a) < nameOf(b) ? -1 : 1);
const byRevAndId = (a: { rev: number; messageId: string }, b: { rev: number; messageId: string }) =>
  a.rev - b.rev || a.messageId.localeCompare(b.messageId);

/** Whether a seq lies in a multirange such as `{[1,40),[57,)}`. */
export function seqsIn(multirange: string): (seq: number) => boolean {
  const ranges = [...multirange.matchAll(/\[(\d+),(\d*)\)/g)].map(([, from, to]) => [Number(from), Number(to || 1e9)]);
  return (seq) => ranges.some(([from = 0, to = 0]) => from <= seq && seq < to);
}
