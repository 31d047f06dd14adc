import { limits } from "@parley/schema";

/** What the runtime tells the rooms, as the variables of their environment. */
export type Settings = {
  secret: string;
  /** Announce instead of carrying: no text passes this host. */
  isHintsOnly: boolean;
  /** This process is the whole runtime, so a room that is not here is nowhere. */
  isWhole: boolean;
  heartbeatMs: number;
  typingMs: number;
};

export function readSettings(env: Record<string, unknown>): Settings {
  const secret = env.PARLEY_ROOM_SECRET;
  if (typeof secret !== "string" || secret.length < 16)
    throw new Error("PARLEY_ROOM_SECRET needs at least 16 characters.");
  return {
    secret,
    isHintsOnly: env.PARLEY_HINTS_ONLY === "1",
    isWhole: env.PARLEY_ONE_PROCESS === "1",
    heartbeatMs: Number(env.PARLEY_HEARTBEAT_MS || limits.heartbeatMs),
    typingMs: Number(env.PARLEY_TYPING_MS || limits.typingMs),
  };
}
