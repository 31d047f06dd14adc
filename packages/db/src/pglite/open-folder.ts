import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Kysely, PGliteDialect } from "kysely";
import type { OpenDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";
import { noticeOtherLife } from "./folder-life.ts";
import { lockFolder } from "./folder-lock.ts";
import type { Lite } from "./lite.ts";
import { startThread } from "./start-thread.ts";

/** The embedded database in a folder, for this process alone. */
export async function openFolder(name: string): Promise<OpenDb> {
  const folder = resolve(name);
  await mkdir(dirname(folder), { recursive: true });
  const unlock = lockFolder(folder);
  try {
    if (!existsSync(join(folder, "PG_VERSION"))) await createFolder(folder);
    const pglite = closingAlso(await startThread(folder), unlock);
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    await noticeOtherLife(db, folder);

    return { db, dialect: "pglite", pglite, url: `pglite:${name}`, close: () => pglite.close() };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Beside its place first: a first start that is interrupted leaves nothing half made behind. */
async function createFolder(folder: string) {
  const beside = `${folder}.new`;
  await rm(beside, { recursive: true, force: true });
  const lite = await startThread(beside);
  await lite.close();
  await rename(beside, folder);
}

/** Whoever holds the database holds the lock with it, so that neither is collected before the other. */
function closingAlso(lite: Lite, unlock: () => void): Lite {
  const close = lite.close;
  lite.close = async () => {
    await close();
    unlock();
  };
  return lite;
}
