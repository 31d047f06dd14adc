import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keepEpoch, renewEpoch } from "./epoch.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { OpenDb } from "./open-db.ts";
import { dialectsUnderTest, freshDb } from "./testing/index.ts";

describe.each(dialectsUnderTest())("on %s", (dialect) => {
  let open: OpenDb;
  beforeEach(async () => {
    open = await freshDb(dialect);
  });
  afterEach(() => open.close());

  test("many processes that start at once migrate once", async () => {
    await sql`drop schema public cascade`.execute(open.db);
    await sql`create schema public`.execute(open.db);

    await Promise.all([1, 2, 3, 4].map(() => migrate(open.db)));

    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(open.db);
    expect(rows.map((row) => row.name)).toEqual(Object.keys(migrations));
  });

  test("a second start changes nothing", async () => {
    await migrate(open.db);
    const before = await epochOf(open);

    await migrate(open.db);

    expect(await epochOf(open)).toBe(before);
  });

  test("[F34] a dump that was read in again is another life", async () => {
    await migrate(open.db);
    const before = await epochOf(open);
    await sql`create table read_in as select * from installation`.execute(open.db);
    await sql`drop table installation`.execute(open.db);
    await sql`alter table read_in rename to installation`.execute(open.db);
    await sql`alter table installation add primary key (name)`.execute(open.db);

    await keepEpoch(open.db);

    expect(await epochOf(open)).not.toBe(before);
  });

  test("the epoch can be renewed by hand", async () => {
    const before = await epochOf(open);
    await renewEpoch(open.db);
    expect(await epochOf(open)).not.toBe(before);
  });
});

async function epochOf({ db }: OpenDb) {
  return (await db.selectFrom("installation").select("value").where("name", "=", "epoch").executeTakeFirstOrThrow())
    .value;
}
