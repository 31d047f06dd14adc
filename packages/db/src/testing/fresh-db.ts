import { migrate } from "../migrate.ts";
import { type OpenDb, openDb } from "../open-db.ts";

/** An empty, migrated database of one's own. */
export async function freshDb(): Promise<OpenDb> {
  const open = await openDb("pglite:memory");
  await migrate(open.db);
  return open;
}
