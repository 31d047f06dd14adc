import { createKeptFiles, type Sync, useSync } from "../../sync/index.ts";

const tidied = new WeakSet<Sync>();
const settledMs = 10_000;

/** Tidies what this device keeps of files, once for each time the app is open and shows one. */
export function tidyOnce(): void {
  const sync = useSync();
  const kept = createKeptFiles();
  if (tidied.has(sync)) return;
  tidied.add(sync);
  setTimeout(() => void kept.tidy().catch(() => tidied.delete(sync)), settledMs);
}
