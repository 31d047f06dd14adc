import type { Db } from "@parley/db";
import { type Publication, type UserId, type UserRow, userScope } from "@parley/schema";
import { listPeople } from "../people/list-people.ts";
import { makersOf } from "./queries.ts";

// Who is not told finds it at their next start, which devices ask for every half minute.
const toldAtOnce = 500;

/** What tells a row that everybody here has to who is online, and to the devices of who changed it. */
export async function tellAll(db: Db, row: UserRow, now: Date, changedBy?: UserId): Promise<Publication[]> {
  const online = await db.selectFrom("users").select("id").where("online_until", ">", now).limit(toldAtOnce).execute();
  const ids = new Set([...(changedBy ? [changedBy] : []), ...online.map((it) => it.id)]);
  const people = await listPeople(db, makersOf([row]));
  return Array.from(ids, (id) => ({ scope: userScope(id), tell: { t: "shared", shared: [row], people } }));
}
