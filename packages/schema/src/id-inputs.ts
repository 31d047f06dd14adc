import * as v from "valibot";
import type {
  ConversationId,
  EmojiId,
  FileId,
  FolderId,
  InviteId,
  MessageId,
  SessionId,
  StickerPackId,
  UserId,
} from "./ids.ts";

const uuid = v.pipe(v.string(), v.uuid("This is not a valid id."), v.toLowerCase());
const idOf = <T extends string>() =>
  v.pipe(
    uuid,
    v.transform((text) => text as T),
  );

export const userId = idOf<UserId>();
export const conversationId = idOf<ConversationId>();
export const messageId = idOf<MessageId>();
export const sessionId = idOf<SessionId>();
export const inviteId = idOf<InviteId>();
export const fileId = idOf<FileId>();
export const folderId = idOf<FolderId>();
export const stickerPackId = idOf<StickerPackId>();
export const emojiId = idOf<EmojiId>();
