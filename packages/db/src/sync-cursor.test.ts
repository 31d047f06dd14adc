import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Db, OpenDb } from "./open-db.ts";
import { dialectsUnderTest, freshDb } from "./testing/index.ts";

const alice = "00000000-0000-7000-8000-00000000a11c" as UserId;
const conversations = Array.from(
  { length: 40 },
  (_, place) => `00000000-0000-7000-8000-${String(place).padStart(12, "0")}` as ConversationId,
);
const [lunch, office] = conversations as [ConversationId, ConversationId];

describe.each(dialectsUnderTest())("on %s", (dialect) => {
  let open: OpenDb;
  let db: Db;
  beforeEach(async () => {
    open = await freshDb(dialect);
    db = open.db;
    await db
      .insertInto("users")
      .values({ id: alice, username: "alice", username_key: "alice", display_name: "Alice" })
      .execute();
    await db
      .insertInto("conversations")
      .values(conversations.map((id) => ({ id, kind: "group" as const, created_by: alice })))
      .execute();
  });
  afterEach(() => open.close());

  test("[F01] with eight people writing at once, a device that asks what moved misses nothing", async () => {
    const device = startDevice();
    const done = new AbortController();
    const reading = (async () => {
      while (!done.signal.aborted) await device.ask(db);
    })();
    await Promise.all(Array.from({ length: 8 }, () => writeForAWhile(db, dialect === "pglite" ? 8 : 40)));
    done.abort();
    await reading;
    await device.ask(db);

    const rows = await db.selectFrom("conversations").select(["id", "rev"]).execute();
    expect(device.held).toEqual(new Map(rows.map((row) => [row.id, row.rev])));
  });

  test("[F02] a send that is rolled back leaves no hole", async () => {
    const send = (isRefused: boolean) =>
      db.transaction().execute(async (tx) => {
        const { rev, last_seq } = await bump(tx, lunch);
        const message = {
          id: crypto.randomUUID() as MessageId,
          conversation_id: lunch,
          seq: last_seq,
          rev,
          sender_id: alice,
          kind: "text",
          text: "Ramen?",
        };
        await tx.insertInto("messages").values(message).execute();
        if (isRefused) throw new Error("refused");
        return last_seq;
      });

    const answers = await Promise.allSettled([false, true, false, true, false].map(send));

    const kept = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    expect(kept.toSorted()).toEqual([1, 2, 3]);
    expect(
      await db.selectFrom("conversations").select(["rev", "last_seq"]).where("id", "=", lunch).executeTakeFirst(),
    ).toEqual({ rev: 3, last_seq: 3 });
  });

  // PGlite has a single connection: nobody can be idle beside it.
  describe.runIf(dialect !== "pglite")("beside another session", () => {
    test("[F01] a change that began first and was committed last is still told", async () => {
      const device = startDevice();
      await device.ask(db);
      const slow = await beginIdle(db, lunch);
      await bump(db, office);
      await device.ask(db);
      await slow.commit();
      await device.ask(db);

      expect(device.held.get(office)).toBe(1);
      expect(device.held.get(lunch)).toBe(1);
    });

    test("[F03] a session that idles in a transaction does not stall sync", async () => {
      const device = startDevice();
      const idle = await beginIdle(db, lunch);
      for (let rev = 1; rev <= 5; rev++) {
        await bump(db, office);
        await device.ask(db);
        expect(device.held.get(office)).toBe(rev);
      }
      await idle.rollBack();
      await bump(db, office);
      await device.ask(db);

      expect(device.held.get(office)).toBe(6);
      expect(device.held.get(lunch)).toBe(0);
    });
  });
});

/** What a device does at `sync.start`: keeps the heads that moved, and the cursor of that same statement. */
function startDevice() {
  const held = new Map<ConversationId, number>();
  let cursor = "0";
  return {
    held,
    async ask(db: Db) {
      const { rows } = await sql<{ cursor: string; id: ConversationId | null; rev: number }>`
        select pg_snapshot_xmin(pg_current_snapshot()) as cursor, c.id, c.rev
        from (select) as always left join conversations c on c.head_xid >= ${cursor}::xid8`.execute(db);
      for (const row of rows) if (row.id) held.set(row.id, row.rev);
      cursor = rows[0]?.cursor ?? cursor;
    },
  };
}

async function writeForAWhile(db: Db, times: number) {
  for (let time = 0; time < times; time++) {
    const id = conversations[Math.floor(Math.random() * conversations.length)] ?? lunch;
    await db.transaction().execute(async (tx) => {
      // The transaction takes its number early and commits late, as a slow one does.
      await sql`select pg_current_xact_id(), pg_sleep(${Math.random() * 0.004})`.execute(tx);
      await bump(tx, id);
      await sql`select pg_sleep(${Math.random() * 0.004})`.execute(tx);
    });
  }
}

function bump(db: Db, id: ConversationId) {
  return db
    .updateTable("conversations")
    .set({ rev: sql`rev + 1`, last_seq: sql`last_seq + 1`, head_xid: sql<never>`pg_current_xact_id()` })
    .where("id", "=", id)
    .returning(["rev", "last_seq"])
    .executeTakeFirstOrThrow();
}

/** Changes `id` in a transaction that stays open until told. */
async function beginIdle(db: Db, id: ConversationId) {
  const tx = await db.startTransaction().execute();
  await bump(tx, id);
  return { commit: () => tx.commit().execute(), rollBack: () => tx.rollback().execute() };
}
