import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { renewEpoch } from "../epoch.ts";
import type { OpenDb } from "../open-db.ts";
import { type LiteStart, openMemory } from "../pglite/open-memory.ts";
import { type Dialect, dialectsUnderTest } from "./dialects.ts";
import { migratedMemory } from "./migrated-memory.ts";
import { openOnPostgres } from "./open-on-postgres.ts";

/** An empty, migrated database of one's own, on PGlite unless `PARLEY_TEST_DB` names another. */
export async function freshDb(dialect: Dialect = usualDialect()): Promise<OpenDb> {
  const open = dialect === "pglite" ? await openMemory(await startOfMemory()) : await openOnPostgres(dialect);
  await renewEpoch(open.db);
  return open;
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
