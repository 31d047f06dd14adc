import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildWeb, webManifest } from "./build-web.ts";
import { type Chunk, measureBundle } from "./measure-bundle.ts";
import { root } from "./workspace.ts";

/** Gzipped kilobytes; why these: docs/development.md. */
const budget = {
  ...{ signIn: 45, chat: 100, messages: 117, lazyChunk: 40, opening: 60, app: 300, everything: 600 },
  ...{ colours: 30, pdf: 450, serviceWorker: 12 },
};

export type Weight = { name: string; kilobytes: number; limit: number };

/** Holds the built web app against its budget of bytes; answers with what it measured and what is too big. */
export async function checkByteBudget(): Promise<{ code: number; output: string }> {
  const weights = await weighBuild();
  const lines = weights.map(({ name, kilobytes, limit }) => {
    return `${kilobytes > limit ? "too big: " : ""}${name} ${kilobytes.toFixed(1)} of ${limit} kB`;
  });
  return { code: lines.some((line) => line.startsWith("too big")) ? 1 : 0, output: lines.join("\n") };
}

/** The built web app, part by part, beside what each may weigh. */
export async function weighBuild(): Promise<Weight[]> {
  await buildWeb();
  const dist = join(root, "apps/web/dist");
  const manifest = JSON.parse(await readFile(webManifest, "utf8")) as Record<string, Chunk>;
  const sizeOf = async (file: string) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length / 1_000;

  const measured = await measureBundle(manifest, dist, sizeOf);
  return measured.map((it) => ({ name: it.name, kilobytes: it.kilobytes, limit: budget[it.budget] }));
}

if (import.meta.url === pathToFileURL(process.argv[1] as string).href) {
  const { code, output } = await checkByteBudget();
  console.log(output);
  process.exitCode = code;
}
