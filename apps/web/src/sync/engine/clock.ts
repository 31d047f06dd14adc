import type { Device } from "./device.ts";

export type Clock = {
  now(): number;
  offset(): number;
  heard(serverTime: string, askedAt?: number): void;
  set(offset: number): void;
};

/** [F33] The device's clock corrected by the server's: whoever's clock is wrong by a day still sees things expire on time. */
export function createClock(device: Pick<Device, "now">): Clock {
  let offset = 0;
  return {
    now: () => device.now() + offset,
    offset: () => offset,
    set: (next) => {
      offset = next;
    },
    heard(serverTime, askedAt = device.now()) {
      const at = (askedAt + device.now()) / 2;
      const heard = Date.parse(serverTime) - at;
      // Half a second is what a slow network makes of it: not worth a jump.
      if (Number.isFinite(heard) && Math.abs(heard - offset) > 500) offset = heard;
    },
  };
}
