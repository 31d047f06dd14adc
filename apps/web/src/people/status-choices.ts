import type { Status } from "@parley/schema";

/** How long a status may last: minutes, until midnight here, or until it is changed. */
export const statusEnds = ["never", "30", "60", "240", "today", "1440"] as const;
export type StatusEnd = (typeof statusEnds)[number];

/** What people say most often, each with one press. */
export const statusChoices = [
  { name: "lunch", emoji: "🍜", end: "60", isBusy: false },
  { name: "meeting", emoji: "🗓️", end: "60", isBusy: true },
  { name: "focus", emoji: "🎧", end: "240", isBusy: true },
  { name: "home", emoji: "🏡", end: "today", isBusy: false },
  { name: "ill", emoji: "🤒", end: "today", isBusy: true },
  { name: "holiday", emoji: "🌴", end: "never", isBusy: true },
] as const satisfies (Omit<Status, "text" | "until"> & { name: string; end: StatusEnd })[];

/** When such a status ends, as the server is told; `now` in its milliseconds, midnight by the device. */
export function endOf(end: StatusEnd, now: number): string | null {
  if (end === "never") return null;
  if (end !== "today") return new Date(now + Number(end) * 60_000).toISOString();
  const midnight = new Date(now);
  midnight.setHours(24, 0, 0, 0);
  return midnight.toISOString();
}
