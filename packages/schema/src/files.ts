import type { AttachmentKind } from "./attachments.ts";
import type { ConversationId, FileId, MessageId } from "./ids.ts";
import type { MessageRow, Person, Time } from "./rows.ts";

/** What a gallery shows together. */
export const galleryKinds = ["media", "files", "links", "voice"] as const;
export type GalleryKind = (typeof galleryKinds)[number];

/** Which attachments a gallery shows; links are in the words of messages. */
export const attachmentsIn: Record<GalleryKind, readonly AttachmentKind[]> = {
  media: ["image", "video"],
  files: ["document", "audio"],
  links: [],
  voice: ["voice"],
};

/** A page of a gallery: the messages that hold what it shows, the newest first. */
export type GalleryPage = { messages: MessageRow[]; people: Person[]; more: boolean };

/** One of the user's own files. `heldBy`: the newest message it is on that the user may read, and how many there are. */
export type StoredFile = {
  fileId: FileId;
  name: string;
  mime: string;
  kind: AttachmentKind;
  size: number;
  createdAt: Time;
  heldBy: { conversationId: ConversationId; messageId: MessageId; seq: number } | null;
  heldCount: number;
};

/** What the user's files take. */
export type Storage = {
  usedBytes: number;
  limitBytes: number;
  byKind: { kind: AttachmentKind; bytes: number; count: number }[];
  /** The largest first. */
  largest: StoredFile[];
};
