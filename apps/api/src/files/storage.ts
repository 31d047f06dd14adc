import type { Db } from "@parley/db";
import type { AttachmentKind, ConversationId, FileId, MessageId, Storage, StoredFile, UserId } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { kindOf } from "./tell-type.ts";

const largestShown = 50;

/** What a user's files take, also those that are on their way. */
export async function usedBytes(db: Db, userId: UserId): Promise<number> {
  const row = await ownFiles(db, userId)
    .select(sql<number>`coalesce(sum(size), 0)::float8`.as("bytes"))
    .executeTakeFirstOrThrow();
  return row.bytes;
}

/** How much of the user's room is taken, and by what. */
export async function readStorage({ db, userId, config }: SignedIn): Promise<Storage> {
  const types = await ownFiles(db, userId)
    .select(["mime", "is_undrawable", "playable"])
    .select([sql<number>`sum(size)::float8`.as("bytes"), sql<number>`count(*)::int`.as("count")])
    .groupBy(["mime", "is_undrawable", "playable"])
    .execute();
  const kinds = new Map<AttachmentKind, Storage["byKind"][number]>();
  for (const { bytes, count, ...file } of types) {
    const kind = shownAs(file);
    const sum = kinds.get(kind) ?? { kind, bytes: 0, count: 0 };
    kinds.set(kind, { kind, bytes: sum.bytes + bytes, count: sum.count + count });
  }
  return {
    usedBytes: types.reduce((sum, it) => sum + it.bytes, 0),
    limitBytes: config.storageBytes,
    byKind: [...kinds.values()].sort((a, b) => b.bytes - a.bytes),
    largest: await listLargest(db, userId),
  };
}

type Large = {
  id: FileId;
  name: string;
  mime: string;
  is_undrawable: boolean;
  playable: string | null;
  size: number;
  created_at: Date;
  held_count: number;
  message_id: MessageId | null;
  conversation_id: ConversationId | null;
  seq: number | null;
};

async function listLargest(db: Db, userId: UserId): Promise<StoredFile[]> {
  const { rows } = await sql<Large>`
    select f.id, f.name, f.mime, f.is_undrawable, f.playable, f.size, f.created_at, holder.*,
      (select count(*)::int from message_files where file_id = f.id) as held_count
    from (select * from files where owner_id = ${userId} and kind = 'attachment' and state <> 'erasing'
      order by size desc, id limit ${largestShown}) f
    left join lateral (
      select m.id as message_id, m.conversation_id, m.seq from message_files h
      join messages m on m.id = h.message_id
      join members on members.conversation_id = m.conversation_id and members.user_id = ${userId} and members.left_at is null
      where h.file_id = f.id and m.seq <@ members.visible order by m.created_at desc limit 1
    ) holder on true
    order by f.size desc, f.id`.execute(db);
  return rows.map((row) => ({
    fileId: row.id,
    name: row.name,
    mime: row.mime,
    kind: shownAs(row),
    size: row.size,
    createdAt: row.created_at.toISOString(),
    heldBy:
      row.message_id && row.conversation_id && row.seq !== null
        ? { conversationId: row.conversation_id, messageId: row.message_id, seq: row.seq }
        : null,
    heldCount: row.held_count,
  }));
}

const ownFiles = (db: Db, userId: UserId) =>
  db
    .selectFrom("files")
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .where("state", "!=", "erasing");

const shownAs = (file: Parameters<typeof kindOf>[0]) => kindOf(file, undefined) ?? "document";
