import type { PGlite } from "@electric-sql/pglite";

/** As much of PGlite as Kysely and the jobs use: what an embedded database must offer, wherever it runs. */
export type Lite = Pick<PGlite, "closed" | "ready" | "waitReady" | "query" | "exec" | "close"> & {
  transaction<T>(work: (tx: LiteTransaction) => Promise<T>): Promise<T>;
};

export type LiteTransaction = Pick<PGlite, "query" | "exec"> & { rollback(): Promise<void> };
