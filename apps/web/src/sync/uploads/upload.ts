import type { ConversationId, FileId, MessageId, WireError } from "@parley/schema";

/** A file on its way to the server. Its bytes lie beside it, in a store of their own. */
export type Upload = {
  fileId: FileId;
  /** The message that waits for it, the sticker pack, or the draft: `draftHolder`. */
  messageId: MessageId;
  conversationId: ConversationId | null;
  name: string;
  size: number;
  /** Bytes that the server has, as it last said. */
  sent: number;
  /** `cancelled`: the message was taken back, and the server is still to be told. */
  state: "waiting" | "paused" | "done" | "failed" | "cancelled";
  failure?: WireError;
  /** Set before the first request: from then on the server may know it. */
  wasTried: boolean;
  /** How often in a row the server itself broke over it. */
  faults: number;
  /** Milliseconds by the device's clock. */
  notBefore: number;
};

/** What the files of a draft wait under; of its key alone, a thread and its first message would be the same. */
export const draftHolder = (key: string) => `draft:${key}` as string as MessageId;
export const isOfDraft = ({ messageId }: { messageId: MessageId }): boolean => messageId.startsWith("draft:");

/** A picture in the tray as it was chosen, so that it can be made again; any other file until it is ready. */
export type Chosen = {
  id: FileId;
  /** Of the draft. */
  key: string;
  file: File;
  isOriginal: boolean;
  /** What was made of it, and whether the draft has named that. */
  fileId?: FileId;
  isDrafted: boolean;
};

/** A file that is to go with a message, or into a pack. */
export type Outgoing = { fileId: FileId; name: string; blob: Blob };
