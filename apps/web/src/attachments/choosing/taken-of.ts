import { type Attachment, type AttachmentInput, type FileId, limits, newId } from "@parley/schema";
import type { Outgoing } from "../../sync/index.ts";
import type { Prepared } from "../prepare/index.ts";
import type { Taken } from "./create-choosing.ts";

export type Ready = { prepared: Prepared; alt: string };

/** Files as the messages take them along: as many to each as it may have. */
export function takenOf(ready: readonly Ready[]): Taken[] {
  const taken: Taken[] = [];
  for (let at = 0; at < ready.length; at += limits.attachmentsEach)
    taken.push(asTaken(ready.slice(at, at + limits.attachmentsEach)));
  return taken;
}

function asTaken(ready: readonly Ready[]): Taken {
  const attachments: AttachmentInput[] = [];
  const attached: Attachment[] = [];
  const files: Outgoing[] = [];
  for (const { prepared, alt } of ready) {
    const fileId = newId<FileId>();
    const { as, ...input } = { ...prepared.input, ...(alt.trim() && { alt: alt.trim() }) };
    const { blob, name, kind } = prepared;
    attachments.push({ fileId, ...input, ...(as && { as }) });
    attached.push({ ...input, fileId, kind, mime: blob.type || "application/octet-stream", size: blob.size });
    files.push({ fileId, name, blob });
  }
  return { attachments, attached, files };
}
