import { limits, type RoomMessage, type Scope } from "@parley/schema";

type Told = Extract<RoomMessage, { t: "changes" | "announce" | "heads" | "marks" | "people" | "shared" | "tallies" }>;

/** The texts to send for a message: as it is, and for those who may only be told that there is something. */
export function carry(told: Told, isHintsOnly: boolean): { whole: string[]; hint: string[] } {
  const hint = hintsOf(told).map((it) => JSON.stringify(it));
  if (isHintsOnly) return { whole: hint, hint };
  const text = JSON.stringify(told);
  const isLong = told.t === "changes" && text.length > limits.publishInlineBytes;
  return { whole: isLong ? hint : [text], hint };
}

function hintsOf(told: Told): RoomMessage[] {
  switch (told.t) {
    case "changes":
      return [{ t: "announce", scope: told.changes.scope, rev: told.changes.rev }];
    case "heads":
      return told.heads.map((head) => ({
        t: "announce",
        scope: `c:${head.conversation.id}` as Scope,
        rev: head.conversation.rev,
      }));
    case "announce":
    case "marks":
      return [told];
    case "people":
    case "shared":
    case "tallies":
      return [];
    default:
      return told satisfies never;
  }
}
