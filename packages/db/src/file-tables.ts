import type { AttachmentKind, ConversationId, FileId, MessageId, UserId } from "@parley/schema";
import type { ColumnType, Generated } from "kysely";

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
