import { browserDevice } from "../engine/device.ts";
import { createSync } from "./create-sync.ts";
import type { SyncValue } from "./sync-context.ts";

/** Begins to open this device's copy, or to ask who is at the door: before there are words to show it with. */
export function startSync(): SyncValue {
  return createSync(browserDevice());
}
