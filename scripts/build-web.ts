import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./children.ts";
import { root } from "./workspace.ts";

const web = join(root, "apps/web");
const dist = join(web, "dist");
const cache = join(root, "node_modules/.cache/parley/web");
const sources = ["apps/web", "packages/ui", "packages/schema", "apps/api/src", "pnpm-lock.yaml", "tsconfig.base.json"];

/** Where the last build left its list of chunks. */
export const webManifest = join(cache, "manifest.json");

/** Builds the web app unless the sources are those of the last build. */
export async function buildWeb(): Promise<void> {
  const stamp = await sourceStamp();
  if (stamp === (await readFile(join(cache, "stamp"), "utf8").catch(() => null)) && (await isBuilt())) return;

  process.stdout.write("Building the web app … ");
  const began = performance.now();
  const fresh = join(cache, `dist-${process.pid}`);
  const { code, output } = await run(
    join(web, "node_modules/.bin/vite"),
    ["build", "--outDir", fresh, "--emptyOutDir", "--manifest", "--logLevel", "warn"],
    // The tests that need the built app run with a NODE_ENV of their own, and would get a build without a service worker.
    { cwd: web, env: { NODE_ENV: "production" } },
  );
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error(`the web app could not be built:\n${output}`);
  }
  await replaceDist(fresh);
  await writeFile(join(cache, "stamp"), stamp);
  console.log(`done in ${((performance.now() - began) / 1_000).toFixed(1)} s.`);
}

/** A whole build takes the place of the old one at once, so that a running Parley never serves half of each. */
async function replaceDist(fresh: string): Promise<void> {
  await cp(join(fresh, ".vite/manifest.json"), webManifest);
  await rm(join(fresh, ".vite"), { recursive: true });
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
}

async function isBuilt(): Promise<boolean> {
  return (await readFile(join(dist, "index.html")).catch(() => null)) !== null;
}

async function sourceStamp(): Promise<string> {
  await mkdir(cache, { recursive: true });
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of await filesOf(join(root, source))) hash.update(file).update(await readFile(file));
  return hash.digest("hex");
}

async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  const nested = entries
    .filter((it) => !["node_modules", "dist", "dev-dist", "data"].includes(it.name) && !it.name.includes(".test."))
    .map((it) => filesOf(join(path, it.name)));
  return (await Promise.all(nested)).flat().sort();
}
