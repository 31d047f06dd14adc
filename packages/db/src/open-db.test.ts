import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenDb, openDb } from "./open-db.ts";
import { dialectsUnderTest, freshDb, startPostgres } from "./testing/index.ts";

describe.each(dialectsUnderTest())("on %s", (dialect) => {
  let open: OpenDb;
  beforeAll(async () => {
    open = await freshDb(dialect);
  });
  afterAll(() => open.close());

  test("every type reads the same", async () => {
    const { rows } = await sql`
      select 9007199254740993::bigint as big, '12'::xid8 as xid, '{[1,40),[57,)}'::int4multirange as visible, '{"a":[1]}'::jsonb as json,
        '2026-11-21T02:16:00.123Z'::timestamptz as time, array['usb','nfc']::text[] as list, 1.5::real as tokens, 7::integer as seq,
        '018f0000-0000-7000-8000-000000000001'::uuid as id, true as yes, null::text as nothing`.execute(open.db);

    expect(rows[0]).toEqual({
      big: "9007199254740993",
      xid: "12",
      visible: "{[1,40),[57,)}",
      json: { a: [1] },
      time: new Date("2026-11-21T02:16:00.123Z"),
      list: ["usb", "nfc"],
      tokens: 1.5,
      seq: 7,
      id: "018f0000-0000-7000-8000-000000000001",
      yes: true,
      nothing: null,
    });
  });

  test("every type is written as it was given", async () => {
    const time = new Date("2026-11-21T02:16:00.123Z");
    const { rows } = await sql<{ bytes: Uint8Array }>`
      select ${new Uint8Array([0, 255])}::bytea as bytes, ${time}::timestamptz as time, ${JSON.stringify({ text: "Ramen? 🍜" })}::jsonb as json,
        ${["a", 'b"c']}::text[] as list, ${"9007199254740993"}::bigint as big, ${"{[1,3)}"}::int4multirange as visible`.execute(
      open.db,
    );

    expect(new Uint8Array(rows[0]?.bytes ?? [])).toEqual(new Uint8Array([0, 255]));
    expect(rows[0]).toMatchObject({
      time,
      json: { text: "Ramen? 🍜" },
      list: ["a", 'b"c'],
      big: "9007199254740993",
      visible: "{[1,3)}",
    });
  });

  test("whatever people write comes back as they wrote it", async () => {
    const written = fc.string({ unit: "grapheme-composite", maxLength: 50 }).filter((text) => !text.includes("\0"));
    await fc.assert(
      fc.asyncProperty(written, async (text) => {
        const { rows } =
          await sql`select ${text}::text as text, ${JSON.stringify({ text })}::jsonb as json, ${[text]}::text[] as list`.execute(
            open.db,
          );
        expect(rows[0]).toEqual({ text, json: { text }, list: [text] });
      }),
    );
  });

  test("transactions that begin together do not see each other's unfinished work", async () => {
    const count = () => open.db.selectFrom("rate_limits").selectAll().execute();
    const failing = open.db.transaction().execute(async (tx) => {
      await tx.insertInto("rate_limits").values({ key: "a", tokens: 1, updated_at: new Date() }).execute();
      throw new Error("changed my mind");
    });
    const working = open.db
      .transaction()
      .execute((tx) => tx.insertInto("rate_limits").values({ key: "b", tokens: 1, updated_at: new Date() }).execute());

    await expect(failing).rejects.toThrow("changed my mind");
    await working;
    expect((await count()).map((row) => row.key)).toEqual(["b"]);
  });

  test("a broken rule tells its code and its name", async () => {
    const insert = () =>
      open.db.insertInto("rate_limits").values({ key: "twice", tokens: 1, updated_at: new Date() }).execute();
    await insert();

    await expect(insert()).rejects.toMatchObject({ code: "23505", constraint: "rate_limits_pkey" });
  });
});

test("an address that is none is refused without telling its password", async () => {
  await expect(openDb("mysql://parley:secret@host/db")).rejects.toThrow(
    '"mysql://parley:***@host/db" is not a database address',
  );
});

test.runIf(dialectsUnderTest().includes("postgres"))(
  "a restart of PostgreSQL costs the queries under way, and nothing after them",
  async () => {
    const server = await startPostgres();
    const open = await openDb(server.url);
    try {
      await Promise.all([1, 2, 3].map(() => sql`select 1`.execute(open.db)));
      const underWay = sql`select pg_sleep(20)`.execute(open.db);
      const lost = expect(underWay).rejects.toThrow();
      await server.restart();
      await lost;

      expect((await sql`select 1 as one`.execute(open.db)).rows).toEqual([{ one: 1 }]);
    } finally {
      await open.close();
      await server.stop();
    }
  },
);

test.runIf(dialectsUnderTest().includes("postgres"))(
  "a connection that breaks between two queries of a transaction fails that transaction, and the process goes on",
  async () => {
    const server = await startPostgres();
    const open = await openDb(server.url);
    try {
      const broken = open.db.transaction().execute(async (tx) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
        await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(open.db);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await sql`select 1`.execute(tx);
      });
      await expect(broken).rejects.toThrow("is not queryable");

      expect((await sql`select 1 as one`.execute(open.db)).rows).toEqual([{ one: 1 }]);
    } finally {
      await open.close();
      await server.stop();
    }
  },
);
