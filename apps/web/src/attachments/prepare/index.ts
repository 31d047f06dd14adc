import { type AttachmentInput, type AttachmentKind, limits } from "@parley/schema";
import { CannotPrepare } from "./cannot-prepare.ts";
import { cleanName } from "./clean-name.ts";
import type { Details } from "./details.ts";
import { prepareMedia } from "./prepare-media.ts";
import { preparePictureInWorker } from "./prepare-picture-in-worker.ts";
import { sniff } from "./sniff.ts";

export { CannotPrepare } from "./cannot-prepare.ts";

/** What is sent of a file: its bytes, and what its sender's device knows of it. */
export type Prepared = { blob: Blob; name: string; input: Omit<AttachmentInput, "fileId">; kind: AttachmentKind };
/** `isOriginal`: pictures keep their pixels; where they were taken goes in any case. */
export type PrepareOptions = { isOriginal: boolean; signal?: AbortSignal };

const headBytes = 4_096;
/** More than any camera makes; what is larger is sent as it is, as a document. */
const mostPictureBytes = 256_000_000;

/**
 * Makes a chosen file ready to be sent: told by its content, pictures small and without a place, with a placeholder.
 * Throws `CannotPrepare`, whose `key` is the sentence to show, or the reason of the signal.
 */
export async function prepare(file: File, { isOriginal, signal }: PrepareOptions): Promise<Prepared> {
  signal?.throwIfAborted();
  if (file.size === 0) throw new CannotPrepare("error.file_empty");
  if (file.size > limits.fileBytes) throw new CannotPrepare("error.file_too_large");
  const found = sniff(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  const blob = file.slice(0, file.size, found?.mime ?? safeType(file.type));

  if (found?.as === "image" && file.size <= mostPictureBytes) {
    const picture = await preparePictureInWorker({ blob, mime: found.mime, isOriginal }, signal);
    return preparedAs(picture.isPicture ? "image" : "document", file.name, picture.blob, picture.details);
  }
  if (found?.as === "video" || found?.as === "audio") {
    const media = await prepareMedia(blob, found.as, signal);
    return preparedAs(media.kind, file.name, media.blob, media.details);
  }
  return preparedAs("document", file.name, blob, {});
}

function preparedAs(kind: AttachmentKind, fileName: string, blob: Blob, details: Details): Prepared {
  const name = cleanName(fileName, kind === "image" ? blob.type : undefined);
  return { blob, name, input: { name, ...details }, kind };
}

/** What a browser says of a file goes by its name; nothing may be shown as a page or run because of it. */
const safeType = (said: string) => (/html|svg|xml|script/i.test(said) ? "application/octet-stream" : said);
