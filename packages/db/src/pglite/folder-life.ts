import { randomUUID } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { renewEpoch } from "../epoch.ts";
import type { Db } from "../open-db.ts";

/**
 * [F34] Notices that the folder is not the one that was here last: an older copy put back, or a copy put elsewhere.
 * Each opening is noted in the database and beside the folder: an older database has an older note. Should both have
 * been put back together, the file that PostgreSQL writes once and never again is another file than the one noted.
 */
export async function noticeOtherLife(db: Db, folder: string) {
  const { rows: tables } = await sql<{
    exists: boolean;
  }>`select to_regclass('installation') is not null as exists`.execute(db);
  if (!tables[0]?.exists) return;

  const beside = `${folder}.opening`;
  const opening = await readFile(beside, "utf8").catch(() => "");
  const noted = await db.selectFrom("installation").select("value").where("name", "=", "opening").executeTakeFirst();
  const isFirst = !noted && !opening;
  if (!isFirst && noted?.value !== `${opening} ${await fileOf(folder)}`) await renewEpoch(db);

  const next = randomUUID();
  await sql`
    insert into installation (name, value) values ('opening', ${`${next} ${await fileOf(folder)}`})
    on conflict (name) do update set value = excluded.value`.execute(db);
  await writeFile(beside, next);
}

async function fileOf(folder: string) {
  const { ino, birthtimeMs } = await stat(join(folder, "PG_VERSION"));
  return `${ino} ${birthtimeMs}`;
}
