import type { MessageRow } from "@parley/schema";
import { expect, test } from "vitest";
import { mergeFound, withChanged } from "./merge-found.ts";

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

test("what comes, changes or goes while one looks does so in what was found, and nothing below its end comes in", () => {
  const before = { messages: found(50, 40, 30), more: true };
  const seqsAfter = (minutes: number[], belongs = true) =>
    withChanged(before, found(...minutes), () => belongs).messages.map((it) => it.seq);
  expect(seqsAfter([55])).toEqual([55, 50, 40, 30]);
  expect(seqsAfter([40])).toEqual([50, 40, 30]);
  expect(seqsAfter([40], false)).toEqual([50, 30]);
  expect(seqsAfter([20])).toEqual([50, 40, 30]);
  expect(withChanged(before, found(20), () => true)).toBe(before);
});
