import { dialectsUnderTest } from "./dialects.ts";
import { startPostgres } from "./start-postgres.ts";

/** For vitest's `globalSetup`: one PostgreSQL for the whole run, when the run asks for any. */
export async function setup() {
  const isNeeded = dialectsUnderTest().some((dialect) => dialect !== "pglite");
  if (!isNeeded || process.env.PARLEY_TEST_POSTGRES) return;

  const server = await startPostgres();
  process.env.PARLEY_TEST_POSTGRES = server.url;
  return () => server.stop();
}
