import {
  type Attachment,
  type AttachmentInput,
  type DraftFile,
  type FileId,
  limits,
  type ScheduledMessage,
} from "@parley/schema";
import type { Prepared } from "../prepare/index.ts";

/** A file that was made ready, as a draft names it. */
export function draftFileOf(fileId: FileId, { blob, input, kind }: Prepared, alt = ""): DraftFile {
  const [mime = "application/octet-stream"] = /^[\w.+-]+\/[\w.+-]+/.exec(blob.type) ?? [];
  return { ...input, fileId, kind, mime, size: blob.size, ...(alt && { alt }) };
}

/** Files of a draft as messages take them along: as many to each as it may have. */
export function takenOf(files: readonly DraftFile[]) {
  const taken: { drafted: DraftFile[]; attachments: AttachmentInput[]; attached: Attachment[] }[] = [];
  for (let at = 0; at < files.length; at += limits.attachmentsEach) {
    const drafted = files.slice(at, at + limits.attachmentsEach).map(withTrimmedAlt);
    taken.push({ drafted, attachments: drafted.map(inputOf), attached: drafted.map(attachmentOf) });
  }
  return taken;
}

/** What the API is told of a file that goes with a message: what it is, the server sees for itself. */
export function inputOf(file: DraftFile): AttachmentInput {
  const { kind: _, mime: __, size: ___, ...input } = file;
  return input;
}

/** What stands in for the file until the server's row is here. */
export function attachmentOf(file: DraftFile): Attachment {
  const { as: _, ...attachment } = file;
  return attachment;
}

type Waiting = NonNullable<ScheduledMessage["attachments"]>[number];

/** A file of a scheduled message, also where whoever scheduled it has not said what it is. */
export function waitingFileOf(file: Waiting): DraftFile {
  const seen = file.width === undefined ? "document" : file.durationMs === undefined ? "image" : "video";
  const kind = file.as ?? (file.waveform ? "audio" : seen);
  return { kind, mime: "application/octet-stream", size: 0, ...file };
}

function withTrimmedAlt({ alt, ...file }: DraftFile): DraftFile {
  return { ...file, ...(alt?.trim() && { alt: alt.trim() }) };
}
