import type { ConversationId } from "@parley/schema";

/** What this device holds. */
export type StorageReport = {
  usage: number;
  quota: number;
  isPersisted: boolean;
  conversations: { id: ConversationId; bytes: number; messages: number }[];
  /** Files on their way, those in drafts, and those that were sent not long ago. */
  files: Record<"waiting" | "drafts" | "sent", { count: number; bytes: number }>;
};
