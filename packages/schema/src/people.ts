import type { PrivacyValue, Status } from "./people-inputs.ts";

/**
 * What a user decides who may see or do, each a `privacy` row. `receipts` knows everyone and nobody: who hides their
 * own read marks sees none of others'. In groups they are always shown.
 */
export const privacyKeys = [
  "lastSeen",
  "photo",
  "bio",
  "messages",
  "groups",
  "calls",
  "forwards",
  "receipts",
  "typing",
] as const;
export type PrivacyKey = (typeof privacyKeys)[number];

export const audiences = ["everyone", "contacts", "nobody"] as const;
export type Audience = (typeof audiences)[number];

export const usualPrivacy: PrivacyValue = { who: "everyone", always: [], never: [] };

/** A status as it is now (milliseconds by the server's clock); null once it is over. */
export function statusNow(status: Status | null | undefined, now: number): Status | null {
  if (!status || (status.until !== null && Date.parse(status.until) <= now)) return null;
  return status;
}
