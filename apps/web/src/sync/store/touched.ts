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
  /** Files on their way. */
  uploads: boolean;
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
    uploads: false,
  };
}

export function touchMessages(touched: Touched, id: ConversationId, rows: MessageRow[]): void {
  const before = touched.messages.get(id);
  if (rows.length && before !== "many") touched.messages.set(id, [...(before ?? []), ...rows]);
}

/** Adds what was touched later. */
export function addTouched(touched: Touched, later: Touched): void {
  for (const kind of ["conversations", "members", "people"] as const)
    for (const id of later[kind]) (touched[kind] as Set<string>).add(id);
  for (const [id, rows] of later.messages) {
    if (rows === "many") touched.messages.set(id, rows);
    else touchMessages(touched, id, rows);
  }
  for (const kind of ["own", "account", "outbox", "uploads"] as const) touched[kind] ||= later[kind];
}
