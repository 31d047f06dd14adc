import type { ConversationId, MessageRow } from "@parley/schema";
import { expect, test } from "vitest";
import { nothingTouched, type Touched, touchMessages } from "../store/touched.ts";
import { inBatches } from "./in-batches.ts";

const everyMs = 40;
const kitchen = "kitchen" as ConversationId;

function arrived(text: string): Touched {
  const touched = nothingTouched();
  touchMessages(touched, kitchen, [{ text } as MessageRow]);
  return touched;
}

const textsOf = (touched: Touched) => (touched.messages.get(kitchen) as MessageRow[]).map((row) => row.text);

test("a message that arrives in a quiet conversation is shown at once", () => {
  const shown: string[][] = [];
  const take = inBatches(async (touched) => shown.push(textsOf(touched)), everyMs);
  take(arrived("Morning"));
  expect(shown).toEqual([["Morning"]]);
});

test("messages that arrive at once are shown together, in order, and none is left out", async () => {
  const shown: string[][] = [];
  const take = inBatches(async (touched) => shown.push(textsOf(touched)), everyMs);
  for (let n = 0; n < 10; n++) take(arrived(String(n)));
  await expect.poll(() => shown.flat()).toEqual(Array.from({ length: 10 }, (_, n) => String(n)));
  expect(shown).toHaveLength(2);
});

test("what arrives while the page is still busy showing waits until it is done", async () => {
  const shown: string[][] = [];
  let finish = () => {};
  const take = inBatches((touched) => {
    shown.push(textsOf(touched));
    return new Promise<void>((resolve) => {
      finish = resolve;
    });
  }, 0);
  take(arrived("first"));
  take(arrived("second"));
  take(arrived("third"));
  expect(shown).toEqual([["first"]]);
  finish();
  await expect.poll(() => shown).toEqual([["first"], ["second", "third"]]);
});
