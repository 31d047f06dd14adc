import type { UserId } from "@parley/schema";
import { deleteDB } from "idb";
import { type Device, dbName } from "../engine/device.ts";
import { deleteRecordings } from "../recordings/recordings-db.ts";
import { searchDbName } from "../search/search-db.ts";
import { filesCache, picturesCache } from "./pictures-cache.ts";
import { sharedCache } from "./shared-files.ts";

/** [F19] Nothing that belongs to this user stays on the device, the outbox included. */
export async function wipe(device: Device, userId: UserId): Promise<void> {
  await deleteDB(dbName(device, userId));
  await deleteDB(searchDbName(dbName(device, userId)));
  await deleteRecordings(dbName(device, userId));
  if (typeof caches !== "undefined")
    await Promise.all([filesCache, picturesCache, sharedCache].map((it) => caches.delete(it)));
}
