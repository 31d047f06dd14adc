import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { migrate } from "../migrate.ts";
import { openMemory } from "../pglite/open-memory.ts";

const cache = join(import.meta.dirname, "../../node_modules/.cache");

/** A migrated PGlite to start from, made once for each state of the migrations and functions, and kept between runs. */
export async function migratedMemory(): Promise<Blob> {
  const file = join(cache, `migrated-${fingerprint()}.tar`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return new Blob([kept]);

  const dump = await dumpMigrated();
  await mkdir(cache, { recursive: true });
  // Several test files may come here at once: each writes its own, the last one's rename stays.
  const own = `${file}.${process.pid}.${crypto.randomUUID()}`;
  await writeFile(own, new Uint8Array(await dump.arrayBuffer()));
  await rename(own, file);
  return dump;
}

async function dumpMigrated() {
  const { db, pglite, close } = await openMemory();
  await migrate(db);
  const dump = await pglite.dumpDataDir("none");
  await close();
  return dump;
}

function fingerprint() {
  const hash = createHash("sha256").update(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
  for (const part of ["migrations", "functions"]) {
    const folder = join(import.meta.dirname, "..", part);
    for (const name of readdirSync(folder).toSorted()) hash.update(name).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 16);
}
