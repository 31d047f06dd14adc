import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, open, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { DataStore } from "@tus/server";
import { FolderUploads } from "./folder-uploads.ts";
import { createFunnel, type Funnel } from "./funnel.ts";

/** Both ends are read. */
export type ByteRange = { from: number; to: number };

/** Where bytes are kept. Keys are ours (`avatars/<id>/256.webp`), never a caller's text. */
export type FileStore = {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Promise<Buffer | null>;
  /** As they are asked for, and never all of them in memory. */
  read(key: string, range?: ByteRange): Promise<Readable | null>;
  /** Work that needs it as a file of this machine, which it must leave as it is. Null: it is not there. */
  lend<T>(key: string, work: (path: string) => Promise<T>): Promise<T | null>;
  /** Stores a file of this machine, which need not stay. */
  keep(key: string, path: string): Promise<void>;
  /** Also what an upload under this key has left beside it. */
  remove(key: string): Promise<void>;
  /** What arrives in pieces, under the same keys: a finished upload is the stored object. */
  uploads: DataStore;
  /** Waits until what came in is stored, also of what broke off. */
  settle(): Promise<void>;
};

/** Files in a folder of this machine. */
export async function openFolderStore(folder: string, funnel = createFunnel()): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const uploads = new FolderUploads({ directory: folder });
  return {
    async put(key, bytes) {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Renamed into place, so that nobody reads half a file.
      const draft = `${path}.${randomUUID()}`;
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, path);
    },
    get: (key) => unlessMissing(() => readFile(join(folder, key))),
    read: (key, range) =>
      unlessMissing(async () => {
        const file = await open(join(folder, key));
        return file.createReadStream(range && { start: range.from, end: range.to });
      }),
    lend: async (key, work) => (existsSync(join(folder, key)) ? work(join(folder, key)) : null),
    async keep(key, from) {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // It may come from another disk, where it cannot be renamed.
      const draft = `${path}.${randomUUID()}`;
      await copyFile(from, draft);
      await rename(draft, path);
    },
    async remove(key) {
      for (const path of [key, `${key}.json`]) await rm(join(folder, path), { force: true });
      // The last one out of a folder of its own takes it along.
      if (key.split("/").length > 2) await rmdir(dirname(join(folder, key))).catch(() => {});
    },
    uploads,
    settle: watchWrites(uploads, funnel),
  };
}

/** What is written goes through the funnel. Answers how to wait for all of it. */
export function watchWrites(uploads: DataStore, funnel: Funnel): () => Promise<void> {
  const writing = new Set<Promise<number>>();
  const write = uploads.write.bind(uploads);
  uploads.write = async (bytes, id, offset) => {
    const written = write(Readable.from(funnel(bytes)), id, offset);
    writing.add(written);
    try {
      return await written;
    } finally {
      writing.delete(written);
    }
  };
  return async () => {
    await Promise.allSettled(writing);
  };
}

async function unlessMissing<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
