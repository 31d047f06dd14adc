import { sql } from "kysely";
import type { Db } from "./open-db.ts";

/**
 * The epoch says which life of the database a start cursor belongs to. Transaction ids run backwards in a restored
 * database, so `keepEpoch` compares what only this life has, and begins a new epoch when that changed [F34].
 */
export async function keepEpoch(db: Db) {
  const life = await readLife(db);
  const rows = await db.selectFrom("installation").selectAll().where("name", "in", ["epoch", "life"]).execute();
  const known = Object.fromEntries(rows.map((row) => [row.name, row.value]));
  if (known.epoch && known.life === life) return;

  await renewEpoch(db);
  await put(db, "life", life);
}

/** Says that the database began another life (a restore): every device compares all its heads at its next start. */
export async function renewEpoch(db: Db) {
  await put(db, "epoch", crypto.randomUUID());
}

/**
 * The cluster and its timeline (another server, a failover, a recovery to a point in time), Neon's own timeline, and
 * the numbers of this database and table, which a dump that is read in again does not keep.
 */
async function readLife(db: Db) {
  const { rows } = await sql<{
    timeline: string;
    database: string;
    table: string;
    neon: string | null;
    mayReadCluster: boolean;
  }>`
    select left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline,
      (select oid::text from pg_database where datname = current_database()) as database,
      'installation'::regclass::oid::text as "table",
      current_setting('neon.timeline_id', true) as neon,
      has_function_privilege('pg_control_system()', 'execute') as "mayReadCluster"`.execute(db);
  const { mayReadCluster, ...life } = rows[0] ?? { mayReadCluster: false };
  return JSON.stringify({ ...life, cluster: mayReadCluster ? await readCluster(db) : null });
}

async function readCluster(db: Db) {
  const { rows } = await sql<{ id: string }>`select system_identifier::text as id from pg_control_system()`.execute(db);
  return rows[0]?.id;
}

async function put(db: Db, name: string, value: string) {
  await sql`
    insert into installation (name, value) values (${name}, ${value})
    on conflict (name) do update set value = excluded.value`.execute(db);
}
