import { type Accessor, createContext, useContext } from "solid-js";
import type { DeviceAnswer, DeviceSearch } from "../search/find-on-device.ts";
import type { Sync } from "../types.ts";
import type { World } from "./world.ts";

export type SyncValue = Sync & {
  world: Accessor<World | undefined>;
  /** Searches what this device holds; null when it cannot. */
  searchDevice(search: DeviceSearch): Promise<DeviceAnswer | null>;
};

export const SyncContext = createContext<SyncValue>();

/** The device's copy and what one can do with it. */
export function useSync(): Sync {
  return useWorld();
}

/** For the parts of the door themselves. */
export function useWorld(): SyncValue {
  const sync = useContext(SyncContext);
  if (!sync) throw new Error("There is no SyncContext above this component.");
  return sync;
}
