import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { renewEpoch } from "../epoch.ts";
import type { Db, OpenDb } from "../open-db.ts";
import { type LiteStart, openMemory } from "../pglite/open-memory.ts";
import { type Dialect, dialectsUnderTest } from "./dialects.ts";
import { migratedMemory } from "./migrated-memory.ts";
import { openOnPostgres } from "./open-on-postgres.ts";

/** An empty, migrated database of one's own, on PGlite unless `PARLEY_TEST_DB` names another. */
export async function freshDb(dialect: Dialect = usualDialect()): Promise<OpenDb> {
  const open = dialect === "pglite" ? await openLite() : await openOnPostgres(dialect);
  await renewEpoch(open.db);
  return open;
}

/** Those that were closed, for the next who asks: emptying one costs a fifth of starting one. */
const idle: OpenDb[] = [];

async function openLite(): Promise<OpenDb> {
  const open = idle.pop() ?? (await startLite());
  return {
    ...open,
    async close() {
      if (await isEmptied(open)) idle.push(open);
      else await open.close();
    },
  };
}

async function startLite(): Promise<OpenDb> {
  const open = await openMemory(await startOfMemory());
  migrated ??= await shapeOf(open.db);
  return open;
}

let migrated: string | undefined;

/** False when it is not as a migrated database is: its test changed more than rows. */
async function isEmptied({ db }: OpenDb): Promise<boolean> {
  try {
    const tables = await sql<{ name: string }>`
      select quote_ident(tablename) as name from pg_tables
      where schemaname = 'public' and tablename <> 'migrations'`.execute(db);
    await sql.raw(`truncate ${tables.rows.map((it) => it.name).join()} restart identity cascade`).execute(db);
    await sql`drop schema if exists jobs cascade`.execute(db);
    return (await shapeOf(db)) === migrated;
  } catch {
    return false;
  }
}

async function shapeOf(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ shape: string }>`
    select md5(
      (select string_agg(c.relname || a.attname || a.atttypid, ',' order by c.relname, a.attnum)
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = 'public'::regnamespace and a.attnum > 0)
      || (select string_agg(proname || md5(prosrc), ',' order by proname, md5(prosrc))
        from pg_proc where pronamespace = 'public'::regnamespace)) as shape`.execute(db);
  return rows[0]?.shape;
}

// Node has it; the types of browsers, which tell so, are no part of this package.
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<NonNullable<LiteStart["pgliteWasmModule"]>> };

let start: Promise<LiteStart> | undefined;

/** Read and compiled once for all files that share a worker: half of what a PGlite costs. */
function startOfMemory() {
  start ??= readStart();
  return start;
}

async function readStart(): Promise<LiteStart> {
  const dist = dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  const compiled = async (file: string) => WebAssembly.compile(await readFile(join(dist, file)));
  const [pgliteWasmModule, initdbWasmModule, data, loadDataDir] = await Promise.all([
    compiled("pglite.wasm"),
    compiled("initdb.wasm"),
    readFile(join(dist, "pglite.data")),
    migratedMemory(),
  ]);
  return { pgliteWasmModule, initdbWasmModule, fsBundle: new Blob([data]), loadDataDir };
}

function usualDialect() {
  return dialectsUnderTest()[0] ?? "pglite";
}
