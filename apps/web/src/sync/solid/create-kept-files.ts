import {
  clearKeptFiles,
  findKeptFile,
  type KeptFiles,
  keepFile,
  measureKeptFiles,
  tidyKeptFiles,
} from "../store/kept-files.ts";
import { useWorld } from "./sync-context.ts";

/** Thumbnails and opened originals together. */
const mostBytes = 200_000_000;

/** What this device keeps of the files of messages, so that they are there without a network. */
export function createKeptFiles(): {
  measure(): Promise<KeptFiles>;
  clear(): Promise<void>;
  find(url: string): Promise<Blob | undefined>;
  keep(url: string): Promise<void>;
  /** Keeps them within their budget, and lets go of what belongs to messages that are gone. */
  tidy(): Promise<void>;
} {
  const { world } = useWorld();
  return {
    measure: measureKeptFiles,
    clear: clearKeptFiles,
    find: findKeptFile,
    keep: keepFile,
    async tidy() {
      const it = world();
      if (it && typeof caches !== "undefined") await tidyKeptFiles(it.engine.db, mostBytes);
    },
  };
}
