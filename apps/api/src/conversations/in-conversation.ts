import type { Db } from "@parley/db";
import type {
  ChangedRows,
  ConversationEvent,
  ConversationId,
  MemberRow,
  Person,
  Publication,
  UserId,
} from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { beginChanges } from "./begin-changes.ts";
import { type ConversationRecord, conversationColumns, memberColumns, toMemberRow } from "./wire-rows.ts";

export type ConversationTx = {
  /** The only database to use inside the work. */
  db: Db;
  conversation: ConversationRecord;
  me: MemberRow;
  /** What this change is, should it change anything. Rows written in it carry it. */
  rev: number;
  changed(rows: Omit<ChangedRows, "conversation">, people?: Person[]): void;
  /** Whom the changed rows name, to be told of with them. */
  named(...userIds: UserId[]): void;
  /** The conversation's own row changed. */
  conversationChanged(): void;
  /** Takes the next place in the timeline for something that happened here. In a channel there are only posts. */
  happened(event: ConversationEvent): Promise<void>;
  /** This user is not to see what changes: the rows are announced, and the messages among them are never theirs to read. */
  hideFrom(userId: UserId): void;
  /** To be told as well, before the change itself. */
  publish(...publications: Publication[]): void;
  /** Users who are not members (any more) and yet should hear of the new head. */
  alsoTell(...userIds: UserId[]): void;
};

/**
 * Runs `work` as the conversation's only writer; once it has committed, tells the room what changed.
 * The lock comes first and the look after it, so that a removal that was committed meanwhile is seen.
 */
export async function inConversation<T>(
  ctx: Pick<SignedIn, "db" | "userId" | "publish" | "heads" | "turns">,
  id: ConversationId,
  work: (tx: ConversationTx) => Promise<T>,
): Promise<T> {
  const commit = () =>
    ctx.db.transaction().execute(async (db) => {
      const conversation = await lockConversation(db, id);
      const me = await readMember(db, id, ctx.userId);
      return recordChanges(db, ctx, conversation, me, work);
    });
  const committed = await ctx.turns.take(id, commit);
  tell(ctx, id, committed.publications, committed.alsoTold);
  return committed.result;
}

/** Tells the room, and the user rooms of who is online elsewhere. */
export function tell(
  ctx: Pick<SignedIn, "publish" | "heads">,
  id: ConversationId,
  publications: Publication[],
  alsoTold: UserId[] = [],
) {
  if (publications.length === 0) return;
  ctx.publish(publications);
  ctx.heads.moved(id, alsoTold);
}

/** The work itself, on a conversation that is locked: notes what changes and moves the counters at the end. */
export async function recordChanges<T>(
  db: Db,
  ctx: Pick<SignedIn, "userId">,
  conversation: ConversationRecord,
  me: MemberRow,
  work: (tx: ConversationTx) => Promise<T>,
) {
  const changes = beginChanges(db, conversation);
  const result = await changes.run(ctx.userId, me, work);
  return { result, ...(await changes.end()) };
}

export async function lockConversation(db: Db, id: ConversationId): Promise<ConversationRecord> {
  const conversation = await db
    .selectFrom("conversations")
    .select(conversationColumns)
    .where("id", "=", id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!conversation) throw notFound();
  return conversation;
}

async function readMember(db: Db, id: ConversationId, userId: UserId): Promise<MemberRow> {
  const member = (await readMembers(db, id, [userId])).get(userId);
  if (!member) throw notFound();
  return member;
}

/** Those of them who are members now. */
export async function readMembers(db: Db, id: ConversationId, userIds: UserId[]): Promise<Map<UserId, MemberRow>> {
  const rows = await db
    .selectFrom("members")
    .select(memberColumns)
    .where("user_id", "in", userIds)
    .where("conversation_id", "=", id)
    .where("left_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.user_id, toMemberRow(row)]));
}
