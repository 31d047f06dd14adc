import { afterEach, expect, test, vi } from "vitest";
import { momentOf, toLocalTime, usualTimes } from "./when-to-send.ts";

afterEach(() => void vi.unstubAllEnvs());

test("a time is the one on the writer's wall, on either side of a change of the clocks", () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  expect(momentOf("2026-07-01T09:00")?.at.toISOString()).toBe("2026-07-01T07:00:00.000Z");
  expect(momentOf("2026-12-01T09:00")?.at.toISOString()).toBe("2026-12-01T08:00:00.000Z");
  vi.stubEnv("TZ", "America/New_York");
  expect(momentOf("2026-12-01T09:00")?.at.toISOString()).toBe("2026-12-01T14:00:00.000Z");
});

test("a time that the clocks jump over is as much later, and that is said", () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  const skipped = momentOf("2026-03-29T02:30");
  expect(skipped).toMatchObject({ isMoved: true });
  expect(toLocalTime(skipped!.at)).toBe("2026-03-29T03:30");
});

test("a time that comes twice is the first of the two", () => {
  vi.stubEnv("TZ", "Europe/Berlin");
  expect(momentOf("2026-10-25T02:30")).toEqual({ at: new Date("2026-10-25T00:30:00Z"), isMoved: false });
});

test("what is no time is none", () => {
  expect(momentOf("")).toBeNull();
  expect(momentOf("tomorrow")).toBeNull();
});

test("the usual times are ahead, each once, the soonest first", () => {
  vi.stubEnv("TZ", "Asia/Ho_Chi_Minh");
  const at = (local: string) => usualTimes(new Date(`${local}:00+07:00`)).map(toLocalTime);
  expect(at("2026-11-18T10:20")).toEqual([
    "2026-11-18T11:20",
    "2026-11-18T18:00",
    "2026-11-19T09:00",
    "2026-11-23T09:00",
  ]);
  // Sunday evening: tomorrow is Monday.
  expect(at("2026-11-22T21:00")).toEqual(["2026-11-22T22:00", "2026-11-23T09:00"]);
});
