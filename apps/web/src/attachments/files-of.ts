import type { Attachment } from "@parley/schema";

/** What is looked at: it stands in the album. Everything else has a row. */
export const isSeen = ({ kind }: Pick<Attachment, "kind">): boolean =>
  kind === "image" || kind === "video" || kind === "sticker";

/** 0:42 */
export function clock(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
