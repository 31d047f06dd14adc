import { sql } from "kysely";
import type { Db } from "./open-db.ts";

/** Makes the epoch when there is none yet. */
export async function keepEpoch(db: Db) {
  await sql`insert into installation (name, value) values ('epoch', gen_random_uuid()::text) on conflict do nothing`.execute(db);
}

/** Says that the database began another life (a restore): every device compares all its heads at its next start. */
export async function renewEpoch(db: Db) {
  await sql`
    insert into installation (name, value) values ('epoch', gen_random_uuid()::text)
    on conflict (name) do update set value = excluded.value`.execute(db);
}
