import type { UserId } from "@parley/schema";
import type { Remembered } from "./session-db.ts";

/** Who is signed in here, found before anything else is read. */
export function rememberedUser(prefix: string): Remembered {
  return localStorage.getItem(`${prefix}.user`) as Remembered;
}

export async function rememberUser(prefix: string, userId: UserId | "signed-out"): Promise<void> {
  localStorage.setItem(`${prefix}.user`, userId);
  const { rememberUserInDb } = await import("./session-db.ts");
  await rememberUserInDb(prefix, userId);
}
