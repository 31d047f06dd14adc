import { type Attachment, type AttachmentInput, type FileId, limits, type MessageId, newId } from "@parley/schema";
import { waveformOf } from "../prepare/waveform.ts";

/** Something spoken, that can be heard and sent. */
export type Recording = { id: MessageId; mime: string; bytes: Blob[]; levels: readonly number[]; ms: number };

const endings: Record<string, string> = { "audio/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a" };

/** The file of a recording, under the type of what holds the sound and without the sound's own. */
export function fileOf({ bytes, mime }: Pick<Recording, "bytes" | "mime">): Blob {
  return new Blob(bytes, { type: mime.split(";")[0] as string });
}

/** The message that a recording becomes. Its id is the recording's: sent twice, it is there once. */
export function messageOf(recording: Recording) {
  const blob = fileOf(recording);
  const fileId = newId<FileId>();
  const at = new Date().toISOString().slice(0, 16).replaceAll(/[-:]/g, "").replace("T", "-");
  const name = `voice-${at}.${endings[blob.type] ?? "audio"}`;
  const known = {
    durationMs: Math.min(limits.voiceMs, Math.round(recording.ms)),
    waveform: waveformOf(recording.levels),
  };
  const input: AttachmentInput = { fileId, name, ...known, as: "voice" };
  const shown: Attachment = { fileId, name, ...known, kind: "voice", mime: blob.type, size: blob.size };
  return { messageId: recording.id, attachments: [input], attached: [shown], files: [{ fileId, name, blob }] };
}
