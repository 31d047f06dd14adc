import type { DeviceAnswer, DeviceSearch } from "./find-on-device.ts";

/** To the worker. `look`: something in the copy changed. */
export type ToWorker =
  | { t: "open"; copyName: string }
  | { t: "look" }
  | { t: "search"; n: number; search: DeviceSearch }
  | { t: "close" };

/** From the worker; no answer when it has no copy to look in. */
export type FromWorker = { t: "found"; n: number; answer: DeviceAnswer | null } | { t: "closed" };
