import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import type { OpenDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";
import { parsers } from "./lite-options.ts";

/** A database that goes with the process; `copyOf` starts it from a dumped one. */
export async function openMemory(copyOf?: Blob) {
  const pglite = await PGlite.create({ parsers, loadDataDir: copyOf });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });

  return { db, dialect: "pglite", pglite, url: "pglite:memory", close: () => pglite.close() } satisfies OpenDb;
}
