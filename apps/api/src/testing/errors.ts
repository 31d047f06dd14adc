import type { ErrorCode, ErrorReason } from "@parley/schema";
import { expect } from "vitest";

/** Expects the API to refuse with this code (and reason). */
export function expectRefusal(attempt: Promise<unknown>, code: ErrorCode, reason?: ErrorReason) {
  return expect(attempt).rejects.toMatchObject({ data: { app: reason ? { code, reason } : { code } } });
}
