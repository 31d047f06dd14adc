import type { OpenDb } from "@parley/db";
import type { Log } from "../log.ts";

export type Jobs = { health(): "running" | "off" | "failing"; close(): Promise<void> };

/** Work for later, kept in the database. */
export async function startJobs(_parts: { database: OpenDb; log: Log; isOff: boolean }): Promise<Jobs> {
  return { health: () => "off", close: async () => {} };
}
