import type { Attachment } from "@parley/schema";

/** What is looked at: it stands in the album. Everything else has a row. */
export const isSeen = ({ kind }: Pick<Attachment, "kind">): boolean =>
  kind === "image" || kind === "video" || kind === "sticker";
