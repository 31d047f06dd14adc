import type { Context as HonoContext } from "hono";
import { sql } from "kysely";
import type { App } from "../context.ts";

const deadlineMs = 2_000;

/** Whether Parley can do its work: 200 with the database there, and what else there is to know. */
export async function answerHealth(app: App, c: HonoContext) {
  const [database, rooms] = await Promise.all([
    isAnswering(() => sql`select 1`.execute(app.db)),
    app.rooms ? isAnswering(() => askRooms(app.rooms?.url)) : null,
  ]);
  const health = { status: database ? "ok" : "down", database, rooms, jobs: app.jobs.health() };
  c.header("cache-control", "no-store");
  return c.json(health, database ? 200 : 503);
}

async function isAnswering(ask: () => Promise<unknown>): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, deadlineMs, false).unref());
  const asked = ask().then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
}

async function askRooms(url: string | undefined) {
  const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(deadlineMs) });
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`The rooms answered ${answer.status}.`);
}
