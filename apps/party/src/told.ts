import { closeCodes, type Publication, type Scope, type UserId } from "@parley/schema";
import { addStretch, type Stretches } from "./stretches.ts";

export type Told = Extract<Publication, { tell: unknown }>["tell"];
export type CloseOrder = Extract<Publication, { close: unknown }>["close"];

/** Notes which revs a room has now been told of; answers the rev a ticket must reach to be shown this message. */
export function noteTold(stretches: Stretches, scope: Scope, told: Told): number {
  if (told.t === "changes") return addStretch(stretches, told.changes.from, told.changes.rev);
  if (told.t === "announce" && told.scope === scope) addStretch(stretches, told.rev - 1, told.rev);
  return 0;
}

/** Who left and who is a member (again) by the rows of this message. */
export function membershipIn(told: Told): { left: CloseOrder[]; stay: UserId[] } {
  const rows = told.t === "changes" ? (told.changes.rows.members ?? []) : [];
  return {
    left: rows.filter((row) => row.leftAt !== null).map((row) => ({ userId: row.userId, code: closeCodes.removed })),
    stay: rows.filter((row) => row.leftAt === null).map((row) => row.userId),
  };
}
