import { expect, test } from "vitest";
import { canForward } from "./can-forward.ts";

const message = { kind: "text", seq: 3, deletedAt: null, expiresAt: null };

test("what the server has can be forwarded; what is gone, going or unknown cannot", () => {
  expect(canForward(message)).toBe(true);
  expect(canForward({ ...message, seq: 0 })).toBe(false);
  expect(canForward({ ...message, deletedAt: "2026-11-21T09:41:00.000Z" })).toBe(false);
  expect(canForward({ ...message, expiresAfter: 3_600 })).toBe(false);
  expect(canForward({ ...message, kind: "hologram" })).toBe(false);
  expect(canForward({ ...message, kind: "event" })).toBe(false);
});
