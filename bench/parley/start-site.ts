import { fileURLToPath } from "node:url";
import { type Db, openDb } from "@parley/db";
import { startPostgres } from "@parley/db/testing";
import { startProgram } from "../support/start-program.ts";

export type Site = { url: string; port: number; db: Db; memoryMb(): number; stop(): Promise<void> };

/** Parley with the built web app, on a PostgreSQL of its own, for browsers to open. */
export async function startSite(): Promise<Site> {
  const postgres = await startPostgres();
  const program = await startProgram(fileURLToPath(new URL("./server.ts", import.meta.url)), [postgres.url]);
  const port = Number(program.ready);
  const { db, close } = await openDb(postgres.url);
  return {
    url: `http://localhost:${port}`,
    port,
    db,
    memoryMb: program.memoryMb,
    async stop() {
      await close();
      await program.stop();
      await postgres.stop();
    },
  };
}
