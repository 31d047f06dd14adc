import type { ConversationId } from "@parley/schema";

/** The address of what one has saved with this tag; null: of all of it. */
export const tagAddress = (id: ConversationId, tag: string | null) =>
  `/c/${id}${tag === null ? "" : `?${new URLSearchParams({ tag })}`}`;
