import type { UserId } from "@parley/schema";
import { openDB } from "idb";

/** Who is signed in here, where the page finds it before anything else is read, and where the service worker can. */
export type Remembered = UserId | "signed-out" | null;

export function rememberedUser(prefix: string): Remembered {
  return localStorage.getItem(`${prefix}.user`) as Remembered;
}

export async function rememberUser(prefix: string, userId: UserId | "signed-out"): Promise<void> {
  localStorage.setItem(`${prefix}.user`, userId);
  const db = await openSessionDb(prefix);
  await db.put("session", userId, "user");
  db.close();
}

/** For the service worker, which has no localStorage. */
export async function rememberedUserInDb(prefix: string): Promise<Remembered> {
  const db = await openSessionDb(prefix);
  const userId = (await db.get("session", "user")) as Remembered | undefined;
  db.close();
  return userId ?? null;
}

const openSessionDb = (prefix: string) =>
  openDB(prefix, 1, {
    upgrade(db) {
      db.createObjectStore("session");
    },
  });
