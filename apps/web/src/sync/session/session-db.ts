import type { UserId } from "@parley/schema";
import { openDB } from "idb";

/** A user, "signed-out" when someone signed out here, null on a device that is new. */
export type Remembered = UserId | "signed-out" | null;

/** Who is signed in, where the service worker can read it: it has no localStorage. */
export async function rememberedUserInDb(prefix: string): Promise<Remembered> {
  const db = await openSessionDb(prefix);
  const userId = (await db.get("session", "user")) as Remembered | undefined;
  db.close();
  return userId ?? null;
}

export async function rememberUserInDb(prefix: string, userId: UserId | "signed-out"): Promise<void> {
  const db = await openSessionDb(prefix);
  await db.put("session", userId, "user");
  db.close();
}

const openSessionDb = (prefix: string) =>
  openDB(prefix, 1, {
    upgrade(db) {
      db.createObjectStore("session");
    },
  });
