import type { Attachment, MessageId } from "@parley/schema";
import type { Sync } from "../../sync/index.ts";
import { askFileUrl } from "../file-url.ts";

/** The bytes of a file, or the first of them: from this device, what it kept, or the server. */
export async function readFile(
  sync: Sync,
  messageId: MessageId,
  file: Attachment,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<Blob> {
  const own = await sync.localFile(file.fileId).catch(() => null);
  if (own) return own.slice(0, mostBytes);
  const url = await askFileUrl(sync, { messageId, fileId: file.fileId, variant: "original" });
  // A part of it goes past what the device keeps.
  const headers = file.size > mostBytes ? { range: `bytes=0-${mostBytes - 1}` } : undefined;
  const answer = await fetch(url, { ...(headers && { headers }) });
  if (!answer.ok) throw new Error(`The file answered ${answer.status}.`);
  return answer.blob();
}

/** Words as their file has them: UTF-8 unless it begins with the mark of UTF-16. */
export async function textOf(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}
