import type { Kysely } from "kysely";
import { openNeon } from "./neon/open-neon.ts";
import type { Lite } from "./pglite/lite.ts";
import { openFolder } from "./pglite/open-folder.ts";
import { openMemory } from "./pglite/open-memory.ts";
import { openPostgres } from "./postgres/open-postgres.ts";
import type { Tables } from "./tables.ts";

export type Db = Kysely<Tables>;

/** `pglite` is there for who needs the database itself beside Kysely (jobs); it may live in a thread of its own. */
export type OpenDb = {
  db: Db;
  dialect: "pglite" | "postgres" | "neon";
  pglite?: Lite;
  url: string;
  close(): Promise<void>;
};

/** Opens `pglite:./folder`, `pglite:memory`, `postgres://…`, or Neon (host under neon.tech, or `?driver=neon`). */
export async function openDb(url: string): Promise<OpenDb> {
  if (url === "pglite:memory") return openMemory();
  if (url.startsWith("pglite:")) return openFolder(url.slice("pglite:".length));
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Error(`"${withoutPassword(url)}" is not a database address: use pglite:<folder> or postgres://…`);

  return isNeon(new URL(url)) ? openNeon(url) : openPostgres(url);
}

function isNeon(url: URL) {
  return url.hostname.endsWith(".neon.tech") || url.searchParams.get("driver") === "neon";
}

function withoutPassword(url: string) {
  return url.replace(/:[^:@/]*@/, ":***@");
}
