import type { Attachment, LinkPreview, MessageRow, Time } from "@parley/schema";
import { autolink } from "@parley/schema/formatting";
import { filesFor, type GalleryFor, type TimelineMessage } from "../../sync/index.ts";
import { asSent } from "../as-sent.ts";

/** One thing that a gallery shows, with its message. */
export type GalleryItem = { key: string; at: Time; message: TimelineMessage } & (
  | { file: Attachment; link?: undefined }
  | { link: GalleryLink; file?: undefined }
);
export type GalleryLink = { url: string; host: string; preview?: LinkPreview };

/** What a gallery shows of a message, the last first as all in it: so what is looked at is passed in one direction. */
export function itemsOf(wanted: GalleryFor, row: MessageRow): GalleryItem[] {
  const message = asSent(row);
  const base = { at: row.createdAt, message };
  if (wanted.kind === "links")
    return linksOf(row)
      .map((link) => ({ ...base, key: `${row.id} ${link.url}`, link }))
      .reverse();
  return filesFor(wanted, row)
    .map((file) => ({ ...base, key: `${row.id} ${file.fileId}`, file }))
    .reverse();
}

/** The addresses in a message, each once; what is known of the page comes with it. */
export function linksOf({ text, link }: Pick<MessageRow, "text" | "link">): GalleryLink[] {
  const written = autolink(text).flatMap(({ href }) => href ?? []);
  const urls = new Set([...(link ? [link.url] : []), ...written]);
  return [...urls].map((url) => ({
    url,
    host: URL.canParse(url) ? new URL(url).host.replace(/^www\./, "") : url,
    ...(link?.url === url && { preview: link }),
  }));
}
