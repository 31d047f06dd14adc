import type { MessageId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { reachOf, tickOf } from "./ticks.ts";

const { bob, carol } = cast;
const sent = (seq: number) => ({ sendState: "sent" as const, seq });

test("a message of Alice's is sent, then delivered, then read as Bob's marks grow", () => {
  const reach = reachOf([{ userId: bob.id, readSeq: 1, deliveredSeq: 2 }]);
  expect([3, 2, 1].map((seq) => tickOf(sent(seq), reach))).toEqual(["sent", "delivered", "read"]);
});

test("[C23] who has read the chat has received a reply that stands only in a thread, and no more can be said", () => {
  const reach = reachOf([{ userId: bob.id, readSeq: 3, deliveredSeq: 3 }]);
  const reply = { ...sent(2), threadId: "018f0000-0000-7000-8000-00000000e000" as MessageId };
  expect(tickOf(reply, reach)).toBe("delivered");
  expect(tickOf({ ...reply, isInTimeline: true }, reach)).toBe("read");
});

test("in a group it is read only once everyone has read it", () => {
  const marks = [
    { userId: bob.id, readSeq: 5, deliveredSeq: 5 },
    { userId: carol.id, readSeq: 2, deliveredSeq: 4 },
  ];
  expect(reachOf(marks, new Set([bob.id, carol.id]))).toEqual({ readSeq: 2, deliveredSeq: 4 });
});

test("who has left no longer holds back the ticks of those who stay", () => {
  const marks = [
    { userId: bob.id, readSeq: 5, deliveredSeq: 5 },
    { userId: carol.id, readSeq: 0, deliveredSeq: 0 },
  ];
  expect(reachOf(marks, new Set([bob.id])).readSeq).toBe(5);
});

test("while a member's marks are not known, nothing is claimed", () => {
  expect(reachOf([{ userId: bob.id, readSeq: 5, deliveredSeq: 5 }], new Set([bob.id, carol.id]))).toEqual({
    readSeq: 0,
    deliveredSeq: 0,
  });
});

test("reading is receiving, whatever the delivered mark says", () => {
  expect(reachOf([{ userId: bob.id, readSeq: 7, deliveredSeq: 3 }]).deliveredSeq).toBe(7);
});

test("what waits or failed never shows a tick, and alone nothing is delivered", () => {
  const everything = { readSeq: 100, deliveredSeq: 100 };
  expect(tickOf({ sendState: "pending", seq: 0 }, everything)).toBe("pending");
  expect(tickOf({ sendState: "failed", seq: 0 }, everything)).toBe("failed");
  expect(tickOf(sent(1), reachOf([]))).toBe("sent");
});
