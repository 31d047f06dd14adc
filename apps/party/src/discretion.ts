import type { TicketClaims, UserId } from "@parley/schema";

type What = "presence" | "typing";

/** Whom the members of a room hide from, by the newest ticket of each. */
export type Discretion = {
  note(userId: UserId, hides: TicketClaims["hides"]): void;
  forget(userId: UserId): void;
  /** Nobody is told about themselves, nor of who hides from them. */
  mayKnow(viewer: UserId, about: UserId, what: What): boolean;
};

export function makeDiscretion(): Discretion {
  const hidesOf = new Map<UserId, NonNullable<TicketClaims["hides"]>>();
  return {
    note(userId, hides) {
      if (hides) hidesOf.set(userId, hides);
      else hidesOf.delete(userId);
    },
    forget: (userId) => void hidesOf.delete(userId),
    mayKnow(viewer, about, what) {
      const hidden = hidesOf.get(about)?.[what];
      return viewer !== about && hidden !== "all" && !hidden?.includes(viewer);
    },
  };
}
