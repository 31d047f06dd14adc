import type { UserId } from "./ids.ts";

/** The cast of every test: Alice and Bob are members, Carol is an outsider, Dana is an admin. */
export const cast = {
  alice: { id: "018f0000-0000-7000-8000-00000000a11c" as UserId, username: "alice", displayName: "Alice" },
  bob: { id: "018f0000-0000-7000-8000-000000000b0b" as UserId, username: "bob", displayName: "Bob" },
  carol: { id: "018f0000-0000-7000-8000-00000000ca01" as UserId, username: "carol", displayName: "Carol" },
  dana: { id: "018f0000-0000-7000-8000-00000000da7a" as UserId, username: "dana", displayName: "Dana" },
} as const;
