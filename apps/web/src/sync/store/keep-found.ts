import type { ShownPerson } from "../types.ts";
import { keepPeople } from "./apply-rows.ts";
import { type LocalDb, orAbort, writeCache } from "./db.ts";
import { nothingTouched, type Touched } from "./touched.ts";

/** Keeps somebody who was found by asking, and whom this device did not know yet. */
export async function keepFound(db: LocalDb, { ownName, ...person }: ShownPerson): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  await orAbort(tx, () => keepPeople(tx, [{ ...person, displayName: ownName ?? person.displayName }], touched));
  return touched;
}
