import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenDb } from "../open-db.ts";
import { freshDb } from "../testing/index.ts";
import { demoCast } from "./cast.ts";
import { isDemo, seedDemo } from "./seed-demo.ts";

const now = new Date("2026-11-21T12:00:00Z");
let demo: OpenDb;

beforeAll(async () => {
  demo = await freshDb();
  await seedDemo(demo.db, now);
});
afterAll(() => demo.close());

test("a few thousand messages of eleven people are there", async () => {
  expect(await count("users")).toBe(Object.keys(demoCast).length);
  expect(await count("messages")).toBeGreaterThan(2_500);
  expect(await count("conversations")).toBeGreaterThan(10);
  expect(await isDemo(demo.db)).toBe(true);
});

test("every conversation is as if it had been written message by message", async () => {
  const { rows } = await sql<{ id: string }>`
    select c.id from conversations c
    where c.last_seq <> (select count(*) from messages m where m.conversation_id = c.id)
      or c.last_seq <> (select max(m.seq) from messages m where m.conversation_id = c.id)
      or c.rev < (select max(m.rev) from messages m where m.conversation_id = c.id)
      or exists (select from messages m join messages n on n.conversation_id = m.conversation_id and n.seq = m.seq + 1
        where m.conversation_id = c.id and (n.created_at < m.created_at or n.rev <= m.rev and not m.details ? 'thread'))
      or exists (select from reactions r where r.conversation_id = c.id and r.rev > c.rev)
      or exists (select from pins p where p.conversation_id = c.id and p.rev > c.rev)
      or exists (select from messages m where m.conversation_id = c.id and (jsonb_typeof(m.details) <> 'object' or m.thread_replies <> (
        select count(*) from messages n where n.conversation_id = c.id and n.seq <= m.seq and not n.is_in_timeline)))
      or c.thread_replies <> (select count(*) from messages m where m.conversation_id = c.id and not m.is_in_timeline)
      or exists (select from members b join messages m on m.conversation_id = c.id and m.seq = b.read_seq
        where b.conversation_id = c.id and b.read_replies <> m.thread_replies)
      or (c.kind = 'channel' and c.member_count <> (select count(*) from members b where b.conversation_id = c.id))
      or exists (select from messages m where m.conversation_id = c.id and m.created_at > ${now})`.execute(demo.db);
  expect(rows).toEqual([]);
});

test("who wrote is a member and has read what came before; nobody has read what is not there", async () => {
  const { rows } = await sql<{ id: string }>`
    select m.id from messages m left join members b on b.conversation_id = m.conversation_id and b.user_id = m.sender_id
    where b.user_id is null or (m.is_in_timeline and b.read_seq < m.seq)
    union all
    select c.id from conversations c join members b on b.conversation_id = c.id where b.read_seq > c.last_seq or b.delivered_seq > c.last_seq`.execute(
    demo.db,
  );
  expect(rows).toEqual([]);
});

test("there are replies, edits that can be read, a deleted one without its text, and something unread for Elin", async () => {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from messages where reply_to_id is not null) as replies,
    (select count(*)::int from messages m where edited_at is not null and exists (select from message_versions v where v.message_id = m.id)) as edits,
    (select count(*)::int from messages where deleted_at is not null and text = '') as deleted,
    (select count(*)::int from messages where text like '%~>%' or text like '%{%' or text like '%[deleted]%') as slips,
    (select sum(c.last_seq - m.read_seq)::int from members m join conversations c on c.id = m.conversation_id where m.user_id = ${demoCast.elin.id}) as unread`.execute(
    demo.db,
  );
  expect(rows[0]).toMatchObject({ slips: 0 });
  for (const kind of ["replies", "edits", "deleted", "unread"]) expect(rows[0]?.[kind]).toBeGreaterThan(0);
});

test("a thread says what stands in it, and whoever wrote in it follows it", async () => {
  const { rows } = await sql<{ is_right: boolean; summary: number; follows: number; writers: number }>`
    select (r.details#>>'{thread,replyCount}')::int as summary, count(distinct m.sender_id)::int as writers,
      (select count(*)::int from user_rows u where u.kind = 'thread' and u.key = r.id::text) as follows,
      count(*) = (r.details#>>'{thread,sentCount}')::int and max(m.rev) = r.rev
        and max(m.created_at) = (r.details#>>'{thread,lastReplyAt}')::timestamptz as is_right
    from messages m join messages r on r.id = m.thread_id group by r.id`.execute(demo.db);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(row).toMatchObject({ is_right: true, follows: row.writers });
  expect(Math.max(...rows.map((it) => it.summary))).toBe(5);
});

test("a poll counts its votes, which only their voters keep", async () => {
  const { rows } = await sql<object>`
    select p.voter_count, p.counts, m.details#>'{content,tally}' as tally, max(v.rev) = m.rev as is_told,
      (select count(*)::int from user_rows u where u.kind = 'vote' and u.key = m.id::text) as kept
    from polls p join messages m on m.id = p.message_id join votes v on v.message_id = m.id group by p.message_id, m.id`.execute(
    demo.db,
  );
  const counts = [[2, 1, 3]];
  const tally = { counts, voterCount: 6, countedCount: 6 };
  expect(rows).toEqual([{ voter_count: 6, counts, tally, is_told: true, kept: 6 }]);
});

test("messages of every kind are there and can be found", async () => {
  const { rows } = await sql<{ kind: string; unfound: number }>`
    select m.kind, count(*) filter (where w.message_id is null)::int as unfound
    from messages m left join message_words w on w.message_id = m.id where m.deleted_at is null group by m.kind order by m.kind`.execute(
    demo.db,
  );
  const kinds = ["code", "contact", "location", "poll", "text"];
  expect(rows.filter((it) => it.kind !== "event")).toEqual(kinds.map((kind) => ({ kind, unfound: 0 })));
});

test("two channels have an address, one of them a badge, and their posts were viewed", async () => {
  const { rows } = await sql<object>`
    select address, is_verified, member_count, (select bool_and(t.view_count > 0) from messages m join tallies t on t.message_id = m.id
      where m.conversation_id = c.id) as are_viewed
    from conversations c where address is not null order by member_count desc`.execute(demo.db);
  expect(rows).toEqual([
    { address: "harbour-notices", is_verified: true, member_count: 10, are_viewed: true },
    { address: "before-it-is-finished", is_verified: false, member_count: 7, are_viewed: true },
  ]);
});

test("Elin has a pinned and a muted conversation and two contacts; everyone's own things are as old as their rev", async () => {
  const { rows } = await sql<object>`
    select kind, count(*)::int as count from user_rows where user_id = ${demoCast.elin.id} and kind in ('organising', 'contact')
    group by kind order by kind`.execute(demo.db);
  expect(rows).toEqual([
    { kind: "contact", count: 2 },
    { kind: "organising", count: 2 },
  ]);
  const { rows: wrong } = await sql`
    select u.id from users u where u.rev <> (select count(*) from user_rows r where r.user_id = u.id)
      or u.rev <> (select coalesce(max(r.rev), 0) from user_rows r where r.user_id = u.id)`.execute(demo.db);
  expect(wrong).toEqual([]);
});

test("every demo is the same demo, and seeding it again changes nothing", async () => {
  const other = await freshDb();
  await seedDemo(other.db, now);
  await seedDemo(other.db, new Date());
  const fingerprint = (db: OpenDb["db"]) =>
    sql<{ sum: string }>`select md5(string_agg(id::text || rev || text, ',' order by id)) as sum from messages`.execute(
      db,
    );
  expect((await fingerprint(other.db)).rows).toEqual((await fingerprint(demo.db)).rows);
  await other.close();
});

test("the demo stays out of a database with real people", async () => {
  const real = await freshDb();
  await real.db
    .insertInto("users")
    .values({ id: demoCast.elin.id, username: "alice", username_key: "alice", display_name: "Alice" })
    .execute();
  await expect(seedDemo(real.db, now)).rejects.toThrow("real people");
  expect(await isDemo(real.db)).toBe(false);
  await real.close();
});

async function count(table: "users" | "messages" | "conversations") {
  const { total } = await demo.db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<string>().as("total"))
    .executeTakeFirstOrThrow();
  return Number(total);
}
