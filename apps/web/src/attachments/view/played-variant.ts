import type { Attachment, FileVariant } from "@parley/schema";

/** What is played of a film: itself, or what was made of it because few browsers play it. */
export const playedVariant = ({ playable }: Pick<Attachment, "playable">): FileVariant =>
  playable === "made" ? "playable" : "original";
