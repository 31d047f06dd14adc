import type { ConversationId, MessageRow, UserId } from "@parley/schema";

/** What a write changed, for whoever shows it: this tab at once, the others by a BroadcastChannel. */
export type Touched = {
  conversations: Set<ConversationId>;
  /** Changed rows; "many" when they are better read again. */
  messages: Map<ConversationId, MessageRow[] | "many">;
  members: Set<ConversationId>;
  people: Set<UserId>;
  own: boolean;
  account: boolean;
  outbox: boolean;
};

export function nothingTouched(): Touched {
  return {
    conversations: new Set(),
    messages: new Map(),
    members: new Set(),
    people: new Set(),
    own: false,
    account: false,
    outbox: false,
  };
}

export function touchMessages(touched: Touched, id: ConversationId, rows: MessageRow[]): void {
  const before = touched.messages.get(id);
  if (rows.length && before !== "many") touched.messages.set(id, [...(before ?? []), ...rows]);
}
