import { renewEpoch } from "../epoch.ts";
import type { OpenDb } from "../open-db.ts";
import { openMemory } from "../pglite/open-memory.ts";
import { type Dialect, dialectsUnderTest } from "./dialects.ts";
import { migratedMemory } from "./migrated-memory.ts";
import { openOnPostgres } from "./open-on-postgres.ts";

/** An empty, migrated database of one's own, on PGlite unless `PARLEY_TEST_DB` names another. */
export async function freshDb(dialect: Dialect = usualDialect()): Promise<OpenDb> {
  const open = dialect === "pglite" ? await openMemory(await migratedMemory()) : await openOnPostgres(dialect);
  await renewEpoch(open.db);
  return open;
}

function usualDialect() {
  return dialectsUnderTest()[0] ?? "pglite";
}
