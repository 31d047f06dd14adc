import { mkdir } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import type { OpenDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";
import { parsers } from "./lite-options.ts";

/** The embedded database in a folder. */
export async function openFolder(folder: string): Promise<OpenDb> {
  await mkdir(folder, { recursive: true });
  const pglite = await PGlite.create(folder, { parsers });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });

  return { db, dialect: "pglite", pglite, url: `pglite:${folder}`, close: () => pglite.close() };
}
