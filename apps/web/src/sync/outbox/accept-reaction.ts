import type { UserId } from "@parley/schema";
import { keepPins, keepReactions } from "../store/apply-reactions.ts";
import { withMine } from "../store/apply-tallies.ts";
import type { CacheTx } from "../store/db.ts";
import type { LocalConversation } from "../store/rows.ts";
import { type Touched, touchMessages } from "../store/touched.ts";
import type { CommandInputs } from "./command.ts";

// What was accepted stands in until the server's row comes. When the cursor is past it, the row has come already.

export async function keepReacted(
  tx: CacheTx,
  it: LocalConversation,
  userId: UserId,
  { messageId, emoji, isOn }: CommandInputs["reactToMessage"],
  rev: number,
  touched: Touched,
): Promise<void> {
  it.headRev = Math.max(it.headRev, rev);
  const isCounted = it.row.kind === "channel";
  const isNews = isCounted || rev > it.cursor;
  const message = isNews ? await tx.objectStore("messages").index("id").get(messageId) : undefined;
  if (!message) return;
  if (isCounted) {
    const counted = { ...message, tally: withMine(message.tally, emoji, isOn) };
    await tx.objectStore("messages").put(counted);
    return touchMessages(touched, it.id, [counted]);
  }
  const before = message.reactions?.find((held) => held.userId === userId && held.emoji === emoji);
  const row = { conversationId: it.id, messageId, seq: message.seq, userId, emoji, isRemoved: !isOn };
  await keepReactions(tx, it, [{ ...row, rev: before?.rev ?? 0 }], touched);
}

export async function keepPinned(
  tx: CacheTx,
  it: LocalConversation,
  userId: UserId,
  { messageId, isPinned }: CommandInputs["pinMessage"],
  rev: number,
): Promise<void> {
  it.headRev = Math.max(it.headRev, rev);
  const message = rev > it.cursor ? await tx.objectStore("messages").index("id").get(messageId) : undefined;
  if (!message) return;
  const before = it.pins.find((pin) => pin.messageId === messageId);
  const row = { conversationId: it.id, messageId, seq: message.seq, pinnedBy: userId, isRemoved: !isPinned };
  keepPins(it, [{ ...row, rev: before?.rev ?? 0 }]);
}
