import { sql } from "kysely";
import { keepEpoch } from "./epoch.ts";
import { layFunctions } from "./functions/index.ts";
import { migrations } from "./migrations/index.ts";
import type { Db } from "./open-db.ts";

// Any number will do, as long as nothing else of Parley locks by it.
const migrating = 7_205_759;

/** Brings the tables up to date, all or nothing; whoever comes meanwhile waits, then finds nothing left to do. */
export async function migrate(db: Db) {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${migrating})`.execute(tx);
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string }>`select name from migrations`.execute(tx);
    const applied = new Set(rows.map((row) => row.name));

    for (const [name, migration] of Object.entries(migrations)) {
      if (applied.has(name)) continue;
      await migration.up(tx);
      await sql`insert into migrations (name) values (${name})`.execute(tx);
    }
    await layFunctions(tx);
    await keepEpoch(tx);
  });
}
