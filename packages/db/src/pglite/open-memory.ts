import { PGlite, type PGliteOptions } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import type { OpenDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";
import { parsers } from "./lite-options.ts";

/** What starting costs least with: a dumped database, and PostgreSQL as it was read and compiled before. */
export type LiteStart = Pick<PGliteOptions, "loadDataDir" | "pgliteWasmModule" | "initdbWasmModule" | "fsBundle">;

/** A database that goes with the process; empty, or started `from` another. */
export async function openMemory(from: LiteStart = {}) {
  const pglite = await PGlite.create({ parsers, ...from });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });

  return { db, dialect: "pglite", pglite, url: "pglite:memory", close: () => pglite.close() } satisfies OpenDb;
}
