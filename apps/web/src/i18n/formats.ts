export type Formats = {
  /** 09:41 */
  formatTime(at: string | number): string;
  /** Today, Yesterday, Monday, 3 March, 3 March 2024: for the separators of a timeline. */
  formatDay(at: string | number, now: number): string;
  /** 09:41 today, Mon within the week, then 3 Mar: for lists. */
  formatWhen(at: string | number, now: number): string;
  /** now, 12 min ago, then as formatWhen. */
  formatRelative(at: string | number, now: number): string;
  /** Today, 18:00; tomorrow, 09:00; Monday, 09:00; 3 March, 09:00: for times ahead. */
  formatMoment(at: number, now: number): string;
  /** 1 hour, 7 days, 1 year */
  formatDuration(seconds: number): string;
  /** 3 March 2024, 09:41 */
  formatFull(at: string | number): string;
  formatNumber(value: number): string;
  formatBytes(bytes: number): string;
};

const dayMs = 86_400_000;
const durations = [
  ["year", 31_536_000],
  ["day", 86_400],
  ["hour", 3_600],
] as const;
const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** Dates, times and numbers as the reader's region writes them. */
export function formatsOf(
  locale: () => string,
  word: (key: "app.today" | "app.yesterday" | "app.now") => string,
): Formats {
  const date = (at: string | number, options: Intl.DateTimeFormatOptions) =>
    formatter(locale(), options).format(new Date(at));
  const time = (at: string | number) => date(at, { hour: "2-digit", minute: "2-digit" });
  const isThisYear = (at: string | number, now: number) => new Date(at).getFullYear() === new Date(now).getFullYear();
  const formatWhen = (at: string | number, now: number) => {
    const days = daysBetween(at, now);
    if (days === 0) return time(at);
    if (days > 0 && days < 7) return date(at, { weekday: "short" });
    return date(
      at,
      isThisYear(at, now) ? { day: "numeric", month: "short" } : { day: "numeric", month: "short", year: "numeric" },
    );
  };

  return {
    formatTime: time,
    formatWhen,
    formatDay(at, now) {
      const days = daysBetween(at, now);
      if (days === 0) return word("app.today");
      if (days === 1) return word("app.yesterday");
      if (days > 0 && days < 7) return date(at, { weekday: "long" });
      return date(
        at,
        isThisYear(at, now) ? { day: "numeric", month: "long" } : { day: "numeric", month: "long", year: "numeric" },
      );
    },
    formatRelative(at, now) {
      const minutes = Math.floor((now - new Date(at).getTime()) / 60_000);
      if (minutes < 1) return word("app.now");
      if (minutes < 60) return new Intl.RelativeTimeFormat(locale(), { style: "short" }).format(-minutes, "minute");
      return formatWhen(at, now);
    },
    formatMoment(at, now) {
      const days = -daysBetween(at, now);
      const isNear = days === 0 || days === 1;
      const day = isNear
        ? new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(days, "day")
        : days > 1 && days < 7
          ? date(at, { weekday: "long" })
          : date(at, { day: "numeric", month: "long", ...(isThisYear(at, now) ? {} : { year: "numeric" }) });
      return `${day}, ${time(at)}`;
    },
    formatDuration(seconds) {
      const [unit, size] = durations.find((it) => seconds % it[1] === 0) ?? ["minute", 60];
      return new Intl.NumberFormat(locale(), { style: "unit", unit, unitDisplay: "long" }).format(
        Math.round(seconds / size),
      );
    },
    formatFull: (at) =>
      date(at, { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" }),
    formatNumber: (value) => numberFormatter(locale()).format(value),
    formatBytes(bytes) {
      const step = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
      return new Intl.NumberFormat(locale(), {
        style: "unit",
        unit: units[step] ?? "byte",
        unitDisplay: "short",
        maximumFractionDigits: step > 1 ? 1 : 0,
      }).format(bytes / 1000 ** step);
    },
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making one costs a hundred times what using it does, and a list uses one a row.
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

const numberFormatters = new Map<string, Intl.NumberFormat>();

function numberFormatter(locale: string): Intl.NumberFormat {
  const made = numberFormatters.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormatters.set(locale, made);
  return made;
}

/** Calendar days from `at` to `now` on this device's calendar. */
function daysBetween(at: string | number, now: number): number {
  const midnight = (moment: string | number) => {
    const day = new Date(moment);
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  };
  return Math.round((midnight(now) - midnight(at)) / dayMs);
}
