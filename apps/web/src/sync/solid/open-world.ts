import { limits, type UserId } from "@parley/schema";
import { type Device, dbName } from "../engine/device.ts";
import { type EngineEvents, startEngine } from "../engine/engine.ts";
import { housekeep } from "../engine/housekeep.ts";
import { tidyCopy } from "../engine/open-copy.ts";
import { createCommands } from "../outbox/commands.ts";
import type { DeviceAnswer, DeviceSearch } from "../search/find-on-device.ts";
import { startSearch } from "../search/start-search.ts";
import { evict, reportStorage } from "../store/budget.ts";
import { openLocalDb } from "../store/db.ts";
import type { Commands, StorageReport } from "../types.ts";
import { inBatches } from "./in-batches.ts";
import { createWorld, type World } from "./world.ts";

export type OpenWorld = {
  world: World;
  do: Commands;
  search(search: DeviceSearch): Promise<DeviceAnswer | null>;
  storage(): Promise<StorageReport>;
  clearCache(): Promise<void>;
  close(): Promise<void>;
};
/** A few frames: longer is seen when a message of one's own has to wait for others', shorter spares the page little. */
const showEveryMs = 60;

type OpenEvents = Pick<EngineEvents, "status" | "ended"> & { onOutdated(): void; onLost(): void };

/** Opens a user's copy and starts its engine. A chunk of its own: whoever is signed out does not load it. */
export async function openWorld(device: Device, userId: UserId, events: OpenEvents): Promise<OpenWorld> {
  const db = await openLocalDb(dbName(device, userId), { onOutdated: events.onOutdated, onLost: events.onLost });
  await tidyCopy(db, device.now());
  const engine = startEngine(device, userId, db, {
    touched: inBatches((touched) => world.take(touched), showEveryMs),
    fact: (fact) => world.fact(fact),
    status: events.status,
    ended: events.ended,
  });
  const world = createWorld(engine);
  await world.load();
  const stopTidying = housekeep(engine);
  const search = startSearch(dbName(device, userId), engine, world);

  return {
    world,
    do: createCommands(() => engine),
    search: search.search,
    storage: () => reportStorage(db),
    async clearCache() {
      engine.tell(await evict(db, 0, () => false, limits.page.default));
    },
    async close() {
      stopTidying();
      search.close();
      world.stop();
      await engine.stop();
      db.close();
    },
  };
}
