/** A moment on this device's calendar, as `<input type="datetime-local">` writes it: 2026-11-21T09:30. */
export type LocalTime = string;

/** As the device's clocks show it. */
export function toLocalTime(at: Date): LocalTime {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * The moment that is meant. Where clocks go forward over it there is no such time: then it is as much later as they
 * jump, and `isMoved` says so. Where they go back it comes twice, and the first is meant.
 */
export function momentOf(local: LocalTime): { at: Date; isMoved: boolean } | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(local)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const at = new Date(year, month - 1, day, hour, minute);
  return Number.isNaN(at.getTime()) ? null : { at, isMoved: toLocalTime(at) !== local.slice(0, 16) };
}

/** Times people choose most, soonest first; none within the next ten minutes. */
export function usualTimes(now: Date): Date[] {
  const on = (days: number, hour: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour, 0);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const inAnHour = new Date(now.getTime() + 3_600_000);
  const candidates = [inAnHour, on(0, 18), on(1, 9), on(toMonday, 9)];
  const soon = now.getTime() + 600_000;
  const times = new Map(candidates.filter((at) => at.getTime() > soon).map((at) => [toLocalTime(at), at]));
  return [...times.values()].sort((a, b) => a.getTime() - b.getTime());
}
