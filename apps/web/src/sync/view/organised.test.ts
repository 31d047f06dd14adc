import { type ConversationId, newId, type OrganisingField, organisingKey, type UserRow } from "@parley/schema";
import { expect, test } from "vitest";
import type { Stored } from "../outbox/command.ts";
import { inListOrder, organisedOf } from "./organised.ts";

const now = Date.parse("2026-11-21T09:41:00.000Z");
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const lunch = newId<ConversationId>();
const it = { lastSeq: 7, lastAt: at(-10), readSeq: 7 };

const known = (rows: [OrganisingField, unknown][], waiting: [OrganisingField, unknown][] = []) => ({
  own: new Map<string, UserRow>(
    rows.map(([field, value], n) => {
      const row: UserRow = { kind: "organising", key: organisingKey(lunch, field), value, rev: n + 1 };
      return [`${row.kind}:${row.key}`, row];
    }),
  ),
  outbox: waiting.map(
    ([field, value], n): Stored => ({
      type: "setOwn",
      input: { kind: "organising", key: organisingKey(lunch, field), value },
      n,
      id: newId(),
      lane: `u:organising:${organisingKey(lunch, field)}`,
      at: at(0),
      state: "waiting",
      wasTried: false,
      faults: 0,
      notBefore: 0,
    }),
  ),
  now,
});

test("a conversation nobody has touched is loud, unpinned and in the list", () => {
  expect(organisedOf(lunch, it, known([]))).toEqual({
    organising: {},
    isMuted: false,
    level: "all",
    pin: null,
    isArchived: false,
    isMarkedUnread: false,
  });
});

test("what waits in the outbox is done already, each thing by itself", () => {
  const organised = organisedOf(
    lunch,
    it,
    known(
      [
        ["pin", 2],
        ["mute", "changed"],
      ],
      [
        ["pin", null],
        ["archive", 7],
      ],
    ),
  );
  expect(organised).toMatchObject({ pin: null, isMuted: true, level: "mentions", isArchived: true });
});

test("a mark as unread ends once one has read beyond it", () => {
  expect(organisedOf(lunch, it, known([["unread", 7]])).isMarkedUnread).toBe(true);
  expect(organisedOf(lunch, { ...it, lastSeq: 8, readSeq: 8 }, known([["unread", 7]])).isMarkedUnread).toBe(false);
});

test("pinned ones come first, as they were put; a message moves only the others", () => {
  const list = [
    { id: "a", pin: null, lastAt: at(-5) },
    { id: "b", pin: 2, lastAt: at(-1) },
    { id: "c", pin: null, lastAt: at(0) },
    { id: "d", pin: -1, lastAt: at(-60) },
    { id: "e", pin: 2, lastAt: at(0) },
  ];
  expect(list.sort(inListOrder).map(({ id }) => id)).toEqual(["d", "b", "e", "c", "a"]);
});
