import { type Kysely, sql } from "kysely";
import { migrate } from "../migrate.ts";
import { type OpenDb, openDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";
import { startNeonProxy } from "./start-neon-proxy.ts";
import { startPostgres } from "./start-postgres.ts";

const template = "parley_migrated";

/** A migrated database of its own on the PostgreSQL of `PARLEY_TEST_POSTGRES`, or on one started for it alone. */
export async function openOnPostgres(dialect: "postgres" | "neon"): Promise<OpenDb> {
  const shared = process.env.PARLEY_TEST_POSTGRES;
  const own = shared ? undefined : await startPostgres();
  const database = await createDatabase(shared ?? own?.url ?? "");
  const proxy = dialect === "neon" ? await startNeonProxy(database.url) : undefined;
  const open = await openDb(proxy ? proxy.throughNeon(database.url) : database.url);

  return {
    ...open,
    close: async () => {
      await open.close();
      await proxy?.stop();
      await (own ? own.stop() : database.drop());
    },
  };
}

async function createDatabase(server: string) {
  const name = `parley_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(server, async (db) => {
    // One makes the template, the others wait for it; copying it needs the template to have no connection.
    await sql`select pg_advisory_lock(1)`.execute(db);
    const { rows } = await sql`select from pg_database where datname = ${template}`.execute(db);
    if (rows.length === 0) await createTemplate(server, db);
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(db);
    await sql`select pg_advisory_unlock(1)`.execute(db);
  });
  return {
    url: at(server, name),
    drop: () => onServer(server, (db) => sql`drop database ${sql.id(name)} with (force)`.execute(db)),
  };
}

async function createTemplate(server: string, db: Kysely<Tables>) {
  const unfinished = `${template}_unfinished`;
  await sql`drop database if exists ${sql.id(unfinished)}`.execute(db);
  await sql`create database ${sql.id(unfinished)}`.execute(db);
  const open = await openDb(at(server, unfinished));
  await migrate(open.db);
  await open.close();
  await sql`alter database ${sql.id(unfinished)} rename to ${sql.id(template)}`.execute(db);
}

async function onServer(server: string, work: (db: Kysely<Tables>) => Promise<unknown>) {
  const open = await openDb(server);
  try {
    await open.db.connection().execute(work);
  } finally {
    await open.close();
  }
}

function at(server: string, database: string) {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
