import type { ConversationId, FileId, MessageId, UserId } from "@parley/schema";
import { type RawBuilder, sql } from "kysely";
import type { App } from "../context.ts";
import { changeConversation } from "../conversations/change-conversation.ts";
import { eraseUnheld } from "../files/erase-files.ts";
import { removePin } from "../messages/pins.ts";
import { takeFromThread } from "../messages/thread-summary.ts";

const atOnce = 500;

/**
 * Erases what has expired. Every read leaves it out already, so nobody need be told; this only makes it true on disk. Only
 * that a thread has fewer replies is a change of its root, and what is pinned is taken down: a device cannot see by itself
 * that it is gone. Both are told.
 */
export async function eraseExpired(app: Ctx): Promise<number> {
  await takeDownPins(app);
  let erased = await eraseReplies(app);
  for (;;) {
    const rows = await erase(app, app.db, sql`thread_id is null`);
    await eraseFilesOf(app, rows);
    erased += rows.length;
    if (rows.length < atOnce) return erased;
  }
}

type Ctx = Pick<App, "db" | "files" | "now" | "publish" | "heads" | "turns">;
type Erased = { id: MessageId; thread_id: MessageId | null; file_ids: FileId[] };

const eraseFilesOf = (app: Ctx, rows: Erased[]) =>
  eraseUnheld(
    app,
    rows.flatMap((it) => it.file_ids),
  );

/** In the name of whoever wrote them, a conversation at a time: a root is only changed under its lock. */
async function eraseReplies(app: Ctx): Promise<number> {
  const { rows: due } = await sql<{ conversation_id: ConversationId; sender_id: UserId }>`
    select distinct on (conversation_id) conversation_id, sender_id from messages
    where expires_at <= ${app.now()} and deleted_at is null and thread_id is not null limit ${atOnce}`.execute(app.db);
  let erased = 0;
  for (const { conversation_id, sender_id } of due) {
    const rows = await changeConversation(app, conversation_id, sender_id, async (tx) => {
      const gone = await erase(app, tx.db, sql`thread_id is not null and conversation_id = ${conversation_id}`);
      const threads = new Map<MessageId, number>();
      for (const { thread_id } of gone) if (thread_id) threads.set(thread_id, (threads.get(thread_id) ?? 0) + 1);
      for (const [thread_id, count] of threads) {
        const root = await takeFromThread(tx, { thread_id }, count);
        if (root) tx.changed({ messages: [root] });
      }
      return gone;
    });
    await eraseFilesOf(app, rows);
    erased += rows.length;
  }
  return erased;
}

async function erase({ now }: Pick<App, "now">, db: App["db"], which: RawBuilder<unknown>): Promise<Erased[]> {
  const { rows } = await sql<Erased>`
      with expired as (
        select id from messages where expires_at <= ${now()} and deleted_at is null and ${which}
        order by expires_at limit ${atOnce} for update skip locked
      ), versions as (delete from message_versions where message_id in (select id from expired)),
      reactions as (delete from reactions where message_id in (select id from expired)),
      voters as (select u.id, v.message_id from users u join votes v on v.user_id = u.id
        where v.message_id in (select id from expired) order by u.id for no key update of u),
      moved as (update users u set rev = u.rev + 1 from (select distinct id from voters) it where u.id = it.id returning u.id, u.rev),
      own as (update user_rows r set value = null, rev = moved.rev from moved join voters on voters.id = moved.id
        where r.user_id = moved.id and r.kind = 'vote' and r.key = voters.message_id::text),
      votes as (delete from votes where message_id in (select id from expired)),
      polls as (delete from polls where message_id in (select id from expired))
      update messages set text = '', event = null, details = '{}', reply_to_id = null, deleted_at = ${now()}
      where id in (select id from expired) returning id, thread_id,
        coalesce((select jsonb_agg(file_id) from message_files where message_id = messages.id), '[]') as file_ids`.execute(
    db,
  );
  return rows;
}

async function takeDownPins(app: Ctx): Promise<void> {
  const pinned = await app.db
    .selectFrom("pins")
    .innerJoin("messages", "messages.id", "pins.message_id")
    .select(["messages.id", "messages.seq", "pins.conversation_id", "pins.pinned_by"])
    .where("pins.is_removed", "=", false)
    .where("messages.expires_at", "<=", app.now())
    .limit(atOnce)
    .execute();
  for (const { id, seq, conversation_id, pinned_by } of pinned)
    await changeConversation(app, conversation_id, pinned_by, async (tx) => void (await removePin(tx, { id, seq })));
}
