import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { migrate, openDb } from "@parley/db";

const root = resolve(import.meta.dirname, "../..");
const cache = resolve(import.meta.dirname, "../node_modules/.cache");

/** A data folder of its own with an empty database in it: a copy takes a blink, making a PGlite up to 17 seconds. */
export async function freshData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parley-story-"));
  await cp(await emptyDatabase(), join(folder, "db"), { recursive: true });
  return folder;
}

/** Made once for each state of the migrations, and kept between runs. */
export async function emptyDatabase(): Promise<string> {
  const kept = join(cache, `empty-${fingerprint()}`);
  if (await stat(kept).catch(() => null)) return kept;

  const own = join(cache, `making-${process.pid}`);
  await rm(own, { recursive: true, force: true });
  const { db, close } = await openDb(`pglite:${own}`);
  await migrate(db);
  await close();
  const old = (await readdir(cache)).filter((it) => it.startsWith("empty-") && join(cache, it) !== kept);
  for (const it of old) await rm(join(cache, it), { recursive: true, force: true });
  await rename(own, kept).catch(async (error: unknown) => {
    // Another run has made the same meanwhile.
    if (!(await stat(kept).catch(() => null))) throw error;
    await rm(own, { recursive: true });
  });
  return kept;
}

function fingerprint(): string {
  const hash = createHash("sha256").update(readFileSync(join(root, "pnpm-lock.yaml")));
  const migrations = join(root, "packages/db/src/migrations");
  for (const name of readdirSync(migrations).toSorted()) hash.update(readFileSync(join(migrations, name)));
  return hash.digest("hex").slice(0, 16);
}
