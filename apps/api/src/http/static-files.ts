import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type StaticFile = {
  type: string;
  cache: string;
  etag: string;
  bodies: { br?: Buffer; gzip?: Buffer; identity: Buffer };
};
/** Only files listed at the start are ever served, so that no path leads outside. */
export type StaticFiles = { find(path: string): Promise<StaticFile | null> };

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};
const compressible = /^(text|application|image\/svg)/;
const hashed = /^\/assets\/.*[-.][A-Za-z0-9_-]{8,}\.\w+$/;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The built web app, compressed once and kept in memory. */
export async function openStaticFiles(folder: string): Promise<StaticFiles> {
  const paths = new Set(await listFiles(folder));
  const loaded = new Map<string, Promise<StaticFile>>();
  return {
    async find(path) {
      if (!paths.has(path)) return null;
      const earlier = loaded.get(path);
      if (earlier) return earlier;
      const file = load(folder, path);
      loaded.set(path, file);
      return file;
    },
  };
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".map"));
  return files.map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")}`);
}

async function load(folder: string, path: string): Promise<StaticFile> {
  const identity = await readFile(join(folder, path));
  const type = types[extname(path)] ?? "application/octet-stream";
  const cache = hashed.test(path) ? "public, max-age=31536000, immutable" : "no-cache";
  const etag = `"${createHash("sha256").update(identity).digest("base64url").slice(0, 22)}"`;
  if (!compressible.test(type) || identity.length < 512) return { type, cache, etag, bodies: { identity } };
  const [br, gz] = await Promise.all([
    brotli(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    zip(identity),
  ]);
  return { type, cache, etag, bodies: { identity, br, gzip: gz } };
}
