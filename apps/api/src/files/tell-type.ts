import { type AttachmentInput, type AttachmentKind, isHeif } from "@parley/schema";
import { fileTypeFromBuffer } from "file-type";

/** So much of a file is looked at to tell what it is. */
export const headBytes = 65_536;

/** What a file is by its first bytes; never by its name, or by what somebody says of it. */
export async function tellType(head: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const mime = found?.mime.split(";", 1)[0];
  if (mime === "video/webm" && !/V_VP|V_AV1|V_MPEG/.test(head.toString("latin1"))) return "audio/webm";
  if (mime === "video/mp4" && isSoundAlone(head.toString("latin1"))) return "audio/mp4";
  if (mime && mime !== "application/xml") return mime;
  return isText(head) ? typeOfText(head.toString("utf8")) : "application/octet-stream";
}

const images = new Set(["jpeg", "png", "apng", "gif", "webp", "avif", "bmp"].map((it) => `image/${it}`));
const videos = new Set(["mp4", "webm", "quicktime", "ogg", "x-m4v", "3gpp"].map((it) => `video/${it}`));
const sounds = new Set(
  ["mpeg", "mp4", "x-m4a", "ogg", "opus", "webm", "wav", "vnd.wave", "x-wav", "aac", "flac", "x-flac"].map(
    (it) => `audio/${it}`,
  ),
);

type Seen = { mime: string; is_undrawable: boolean; playable: string | null };

/** How a file is shown; null when it is not what its sender says it is. What nobody could draw or play is a document. */
export function kindOf({ mime, is_undrawable, playable }: Seen, as: AttachmentInput["as"]): AttachmentKind | null {
  if (as === "voice") return sounds.has(mime) ? "voice" : null;
  if (as === "sticker") return images.has(mime) ? "sticker" : null;
  if (images.has(mime) || (isHeif(mime) && !is_undrawable)) return "image";
  if (videos.has(mime) || playable === "needed" || playable === "made") return "video";
  return sounds.has(mime) ? "audio" : "document";
}

/** What it may be called when a browser shows it in place; null for what it must never try to show. */
export function inlineType(mime: string): string | null {
  if (images.has(mime) || isHeif(mime) || videos.has(mime) || sounds.has(mime) || mime === "application/pdf")
    return mime;
  // Text of any language is read as it is written, and never run.
  return mime.startsWith("text/") && mime !== "text/html" ? "text/plain; charset=utf-8" : null;
}

// The kinds of tracks stand at the beginning of what is recorded in pieces.
const isSoundAlone = (head: string) => head.includes("soun") && !head.includes("vide");

function isText(head: Buffer): boolean {
  if (head.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function typeOfText(text: string): string {
  if (/<svg[\s>]/i.test(text)) return "image/svg+xml";
  return /<(!doctype\s+html|html|head|body|script|iframe)[\s>]/i.test(text) ? "text/html" : "text/plain";
}
