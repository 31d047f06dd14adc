import {
  type Attachment,
  attachmentsIn,
  type ConversationId,
  type GalleryKind,
  type MessageRow,
  type Time,
} from "@parley/schema";
import { termsOf, traitTerm } from "@parley/schema/search";

export type GalleryWanted = {
  kind: GalleryKind;
  conversationId?: ConversationId | undefined;
  senderId?: string | undefined;
  /** Sent in this time: from the first moment to before the second. */
  from?: Time | undefined;
  to?: Time | undefined;
  /** Part of a file's name, or of the words around a link; empty for all. */
  name: string;
};

/** Which of a message's files a gallery shows. */
export function filesFor({ kind, name }: GalleryWanted, { attachments = [] }: MessageRow): Attachment[] {
  return attachments.filter((it) => attachmentsIn[kind].includes(it.kind) && contains(it.name, name));
}

/** Whether a gallery shows anything of a message: what the server says of it, said on this device. */
export function galleryHolds(wanted: GalleryWanted, message: MessageRow): boolean {
  if (message.deletedAt || (wanted.conversationId && message.conversationId !== wanted.conversationId)) return false;
  if (wanted.senderId && message.senderId !== wanted.senderId) return false;
  if (wanted.from && message.createdAt < wanted.from) return false;
  if (wanted.to && message.createdAt >= wanted.to) return false;
  if (wanted.kind !== "links") return filesFor(wanted, message).length > 0;
  const hasLink = termsOf(message)?.marks.includes(traitTerm("link")) ?? false;
  return hasLink && (contains(message.text, wanted.name) || contains(message.link?.title ?? "", wanted.name));
}

const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
