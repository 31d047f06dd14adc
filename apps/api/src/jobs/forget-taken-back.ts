import type { App } from "../context.ts";

/** Nothing that left a device is on its way for longer. */
const keptMs = 24 * 3_600_000;

/** Forgets which messages were deleted before the server had them. */
export async function forgetTakenBack({ db, now }: Pick<App, "db" | "now">): Promise<void> {
  const before = new Date(now().getTime() - keptMs);
  await db.deleteFrom("taken_back").where("created_at", "<", before).execute();
}
