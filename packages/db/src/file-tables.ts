import type {
  AttachmentKind,
  ConversationId,
  CustomEmoji,
  EmojiId,
  FileId,
  MessageId,
  StickerPack,
  StickerPackId,
  UserId,
} from "@parley/schema";
import type { ColumnType, Generated, JSONColumnType } from "kysely";

export type FilesTable = {
  id: FileId;
  owner_id: UserId;
  kind: "avatar" | "preview" | "attachment";
  mime: string;
  size: number;
  name: Generated<string>;
  /** `uploading` until all of its bytes are here, `held` until they were checked; what is `erasing` cannot be sent any more. */
  state: Generated<"uploading" | "held" | "ready" | "refused" | "erasing">;
  has_thumbnails: Generated<boolean>;
  /** It says it is a picture, and cannot be read as one. */
  is_undrawable: Generated<boolean>;
  /** What was seen as it came, of kinds that its sender's device may not be able to draw: pixels, upright, and the placeholder. */
  width: number | null;
  height: number | null;
  thumb_hash: string | null;
  duration_ms: number | null;
  /** Of a film that few browsers play: whether there is one beside it that all do. Null: it is played as it is. */
  playable: "needed" | "made" | "failed" | null;
  playable_size: number | null;
  /** Somebody is making it until then. */
  claimed_until: Date | null;
  /** When bytes of it last came. */
  touched_at: Generated<Date>;
  created_at: ColumnType<Date, Date | undefined, never>;
};

/** Which messages hold a file: it stays as long as one does. */
export type MessageFilesTable = {
  message_id: MessageId;
  file_id: FileId;
  conversation_id: ConversationId;
  kind: AttachmentKind;
};

export type StickerPacksTable = {
  id: StickerPackId;
  owner_id: UserId;
  value: JSONColumnType<StickerPack, string, string>;
  created_at: ColumnType<Date, Date | undefined, never>;
};

/** Which files stand in a pack: they stay as long as they do. */
export type PackFilesTable = { file_id: FileId; pack_id: StickerPackId };

/** Parley's own emoji. One that was removed stays as a row without a value, so that devices learn of it. */
export type EmojiTable = {
  id: EmojiId;
  maker_id: UserId;
  /** Held for as long as it is there. */
  file_id: FileId | null;
  value: JSONColumnType<CustomEmoji | null, string | null, string | null>;
  rev: number;
  row_xid: Generated<string>;
  created_at: ColumnType<Date, Date | undefined, never>;
};

/** What the emoji that are there are called, and were called before: each name belongs to one. */
export type EmojiNamesTable = { name: string; emoji_id: EmojiId };
