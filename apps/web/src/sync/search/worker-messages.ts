import type { DeviceAnswer, DeviceSearch } from "./find-on-device.ts";

/** To the worker. `look`: something in the copy changed. */
export type ToWorker =
  | { t: "open"; copyName: string }
  | { t: "look" }
  | { t: "search"; n: number; search: DeviceSearch }
  | { t: "close" };

/** From the worker. `indexed`: how many parts of the copy are still to be looked at, for who shows it. */
export type FromWorker =
  | { t: "found"; n: number; answer: DeviceAnswer | null }
  | { t: "indexed"; left: number }
  | { t: "closed" };
