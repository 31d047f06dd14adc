import { sql } from "kysely";
import type { App } from "../context.ts";

const atOnce = 500;

/** Erases what has expired. Every read leaves it out already, so nobody need be told; this only makes it true on disk. */
export async function eraseExpired({ db, now }: Pick<App, "db" | "now">): Promise<number> {
  let erased = 0;
  for (;;) {
    const { rows } = await sql<{ id: string }>`
      with expired as (
        select id from messages where expires_at <= ${now()} and deleted_at is null order by expires_at limit ${atOnce} for update skip locked
      ), versions as (delete from message_versions where message_id in (select id from expired)),
      reactions as (delete from reactions where message_id in (select id from expired)),
      pins as (delete from pins where message_id in (select id from expired)),
      voters as (select u.id, v.message_id from users u join votes v on v.user_id = u.id
        where v.message_id in (select id from expired) order by u.id for no key update of u),
      moved as (update users u set rev = u.rev + 1 from (select distinct id from voters) it where u.id = it.id returning u.id, u.rev),
      own as (update user_rows r set value = null, rev = moved.rev from moved join voters on voters.id = moved.id
        where r.user_id = moved.id and r.kind = 'vote' and r.key = voters.message_id::text),
      votes as (delete from votes where message_id in (select id from expired)),
      polls as (delete from polls where message_id in (select id from expired))
      update messages set text = '', event = null, details = '{}', reply_to_id = null, deleted_at = ${now()} where id in (select id from expired) returning id`.execute(
      db,
    );
    erased += rows.length;
    if (rows.length < atOnce) return erased;
  }
}
