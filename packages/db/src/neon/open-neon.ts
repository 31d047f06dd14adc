import { Client, Pool } from "@neondatabase/serverless";
import { Kysely, PostgresDialect } from "kysely";
import type { OpenDb } from "../open-db.ts";
import type { Tables } from "../tables.ts";

const mostConnections = 16;
// A server that does not answer is told of, instead of being waited for without end.
const patienceMs = 10_000;

/** Neon over WebSockets. `?wsproxy=host:port` names another proxy than Neon's own, spoken to without TLS. */
export async function openNeon(url: string): Promise<OpenDb> {
  const { connectionString, proxy } = split(url);
  const pool = new Pool({
    connectionString,
    max: mostConnections,
    connectionTimeoutMillis: patienceMs,
    keepAlive: true,
  });
  if (proxy) pool.Client = clientThrough(proxy);
  pool.on("error", () => {});
  // One that drops between two queries of a transaction is not listened to by the pool: the next query fails.
  pool.on("connect", (client: Client) => void client.on("error", () => {}));
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { options: pool.options, connect: () => pool.connect(), end: () => pool.end() },
    }),
  });

  return { db, dialect: "neon", url, close: () => db.destroy() };
}

function split(url: string) {
  const address = new URL(url);
  const proxy = address.searchParams.get("wsproxy");
  for (const ours of ["driver", "wsproxy"]) address.searchParams.delete(ours);
  return { connectionString: address.href, proxy };
}

function clientThrough(proxy: string) {
  return class extends Client {
    constructor(config?: ConstructorParameters<typeof Client>[0]) {
      super(config);
      this.neonConfig.wsProxy = () => proxy;
      this.neonConfig.useSecureWebSocket = false;
      this.neonConfig.pipelineTLS = false;
      this.neonConfig.pipelineConnect = false;
    }
  };
}
