import { limits, type UserId } from "@parley/schema";
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

const dayMs = 86_400_000;

/** The server knew this session just now. */
export function noteSeen(prefix: string, now: number): void {
  localStorage.setItem(`${prefix}.seen`, String(now));
}

/** A session nobody used for a month ends by itself; then nobody has asked for this device to be emptied. */
export function hasRunOut(prefix: string, now: number): boolean {
  const seen = Number(localStorage.getItem(`${prefix}.seen`) ?? now);
  return now - seen > (limits.sessionDays - 1) * dayMs;
}
