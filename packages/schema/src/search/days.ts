import type { Day } from "./query.ts";

const dayMs = 86_400_000;

/** today, yesterday, 2026-11-21, 2026-11 or 2026 (their first day), 21.11.2026 or 21/11/2026. */
export function parseDay(text: string): Day | null {
  const written = text.toLowerCase();
  if (written === "today" || written === "yesterday") return written;
  const [, year, month = "1", day = "1"] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(written) ?? [];
  if (year) return checked(Number(year), Number(month), Number(day));
  const [, d, m, y] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(written) ?? [];
  return y ? checked(Number(y), Number(m), Number(d)) : null;
}

function checked(year: number, month: number, day: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = year >= 1970 && year < 2200 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? { year, month, day } : null;
}

/** When the day begins and ends where the reader is, in milliseconds; a day of changing clocks is longer or shorter. */
export function spanOfDay(day: Day, timeZone: string, now: number): { from: number; to: number } {
  const named = typeof day === "string" ? dateAt(now, timeZone) : day;
  const at = Date.UTC(named.year, named.month - 1, named.day) - (day === "yesterday" ? dayMs : 0);
  return { from: midnight(at, timeZone), to: midnight(at + dayMs, timeZone) };
}

/** The moment at which a clock on the wall shows what `utc` shows in UTC. */
function midnight(utc: number, timeZone: string): number {
  // The offset is looked up twice: the first guess may stand on the other side of a change of the clocks.
  const guess = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(guess, timeZone);
}

function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsAt(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

const dateAt = (at: number, timeZone: string) => partsAt(at, timeZone);

const formats = new Map<string, Intl.DateTimeFormat>();

function partsAt(at: number, timeZone: string) {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const [year, month, day] = [of("year"), of("month"), of("day")];
  return { year, month, day, hour: of("hour"), minute: of("minute"), second: of("second") };
}
