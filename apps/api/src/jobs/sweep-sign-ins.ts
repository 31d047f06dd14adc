import type { App } from "../context.ts";

/** Removes what has expired of signing in: challenges, codes, sessions, and limits nobody is near any more. */
export async function sweepSignIns({ db, now }: Pick<App, "db" | "now">) {
  const time = now();
  await db.deleteFrom("challenges").where("expires_at", "<", time).execute();
  await db.deleteFrom("email_codes").where("expires_at", "<", time).execute();
  await db.deleteFrom("sessions").where("expires_at", "<", time).execute();
  await db
    .deleteFrom("rate_limits")
    .where("updated_at", "<", new Date(time.getTime() - 3_600_000))
    .execute();
}
