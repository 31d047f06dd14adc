import type { MessageRow } from "@parley/schema";
import { expect, test } from "vitest";
import { mergeFound } from "./merge-found.ts";

const found = (...minutes: number[]) =>
  minutes.map(
    (minute) => ({ id: `m${minute}`, seq: minute, createdAt: `2026-11-21T12:${minute}:00.000Z` }) as MessageRow,
  );
const idsOf = (sides: Parameters<typeof mergeFound>[0]) => mergeFound(sides).messages.map((it) => it.seq);

test("what both have found is there once, newest first", () => {
  const device = { messages: found(50, 30), more: false };
  const server = { messages: found(50, 40, 30, 20), more: false };
  expect(idsOf([device, server])).toEqual([50, 40, 30, 20]);
});

test("below the last one that a side has told, nothing is shown until it has told more", () => {
  const device = { messages: found(50, 10), more: false };
  const server = { messages: found(50, 40), more: true };
  expect(mergeFound([device, server])).toMatchObject({ more: true });
  expect(idsOf([device, server])).toEqual([50, 40]);
});

test("one side alone is shown as it is", () => {
  expect(idsOf([{ messages: found(50, 40), more: true }])).toEqual([50, 40]);
});
