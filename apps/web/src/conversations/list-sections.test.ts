import { expect, test } from "vitest";
import { sectionsOf } from "./list-sections.ts";

const now = new Date(2026, 10, 21, 9, 41).getTime();
const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString();
const entry = (id: string, lastAt: string, more: { pin?: number; isArchived?: boolean } = {}) => ({
  id,
  lastAt,
  pin: null,
  isArchived: false,
  ...more,
});
const ids = (sections: ReturnType<typeof sectionsOf<ReturnType<typeof entry>>>) =>
  Object.fromEntries(Object.entries(sections).map(([name, entries]) => [name, entries.map((it) => it.id)]));

test("pinned ones stand first, then today by the clock that was given, then what came before", () => {
  const list = [
    entry("old but pinned", at(-90), { pin: 1 }),
    entry("this morning", at(-1)),
    entry("last night", at(-11)),
    entry("from a clock ahead", at(20)),
  ];
  expect(ids(sectionsOf(list, now, false))).toEqual({
    pinned: ["old but pinned"],
    today: ["this morning", "from a clock ahead"],
    earlier: ["last night"],
    archived: [],
  });
});

test("[F33] a day later by the server's clock, this morning was yesterday", () => {
  expect(ids(sectionsOf([entry("this morning", at(-1))], now + 24 * 3_600_000, false))).toMatchObject({
    earlier: ["this morning"],
  });
});

test("what is archived stands apart in a search, and under the days in the archive itself", () => {
  const list = [entry("put away", at(-1), { isArchived: true }), entry("here", at(-1))];
  expect(ids(sectionsOf(list, now, false))).toMatchObject({ today: ["here"], archived: ["put away"] });
  expect(ids(sectionsOf(list.slice(0, 1), now, true))).toMatchObject({ today: ["put away"], archived: [] });
});
