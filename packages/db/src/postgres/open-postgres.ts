import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { OpenDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";

const mostConnections = 16;
// A server that does not answer is told of, instead of being waited for without end.
const patienceMs = 10_000;

/** A PostgreSQL server through a pool of connections. */
export async function openPostgres(url: string): Promise<OpenDb> {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
  });
  // An idle connection that drops is replaced at the next query; unheard, the event would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => {
    // So would that of one that drops between two queries of a transaction, which the pool does not listen to: the next fails.
    client.on("error", () => {});
    // Compiling a query takes longer than any of ours runs.
    void client.query("set jit = off").catch(() => undefined);
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  return { db, dialect: "postgres", url, close: () => db.destroy() };
}
