import type { PinRow, ReactionRow } from "@parley/schema";
import type { CacheTx } from "./db.ts";
import type { HeldMessage, HeldReaction, LocalConversation } from "./rows.ts";
import { type Touched, touchMessages } from "./touched.ts";

/** Keeps reactions to the messages this device holds. What it does not hold brings its own when it is fetched. */
export async function keepReactions(
  tx: CacheTx,
  it: LocalConversation,
  rows: ReactionRow[],
  touched: Touched,
): Promise<void> {
  const store = tx.objectStore("messages");
  for (const seq of new Set(rows.map((row) => row.seq))) {
    const message = await store.get([it.id, seq]);
    if (!message || message.deletedAt) continue;
    const reactions = rows.filter((row) => row.seq === seq).reduce(withReaction, message.reactions ?? []);
    const next: HeldMessage = { ...message, reactions: reactions.length ? reactions : undefined };
    await store.put(next);
    touchMessages(touched, it.id, [next]);
  }
}

function withReaction(held: HeldReaction[], row: ReactionRow): HeldReaction[] {
  const { userId, emoji, rev } = row;
  const before = held.find((it) => it.userId === userId && it.emoji === emoji);
  if (before && before.rev > rev) return held;
  const others = held.filter((it) => it !== before);
  return row.isRemoved ? others : [...others, { userId, emoji, rev }];
}

/** Pins are few and belong to the conversation, so that the bar knows of them without their messages. */
export function keepPins(it: LocalConversation, rows: PinRow[]): void {
  for (const row of rows) {
    const before = it.pins.find((pin) => pin.messageId === row.messageId);
    if (before && before.rev > row.rev) continue;
    const others = it.pins.filter((pin) => pin !== before);
    const { messageId, seq, pinnedBy, rev } = row;
    it.pins = row.isRemoved ? others : [...others, { messageId, seq, pinnedBy, rev }];
  }
}
