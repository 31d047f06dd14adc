import type { UserId } from "@parley/schema";
import type { CommandInputs } from "../outbox/command.ts";
import type { HeldReaction } from "../store/rows.ts";
import type { Reaction } from "../types.ts";

/** Reactions as a person sees them: gathered by emoji, the first that came first, with what waits in the outbox done. */
export function shownReactions(
  held: readonly HeldReaction[],
  waiting: readonly CommandInputs["reactToMessage"][],
  userId: UserId,
): Reaction[] {
  const last = new Map(waiting.map((it) => [it.emoji, it.isOn]));
  const rows = held.filter((it) => it.userId !== userId || (last.get(it.emoji) ?? true));
  for (const [emoji, isOn] of last) {
    if (isOn && !rows.some((it) => it.userId === userId && it.emoji === emoji)) rows.push({ userId, emoji, rev: 0 });
  }
  // Rev 0 is ours and not told yet: it comes last.
  const inOrder = rows.toSorted((a, b) => (a.rev || Number.MAX_SAFE_INTEGER) - (b.rev || Number.MAX_SAFE_INTEGER));
  const reactions = new Map<string, Reaction>();
  for (const it of inOrder) {
    const before = reactions.get(it.emoji) ?? { id: it.emoji, userIds: [], isMine: false };
    const isMine = before.isMine || it.userId === userId;
    reactions.set(it.emoji, { id: it.emoji, userIds: [...before.userIds, it.userId], isMine });
  }
  return [...reactions.values()];
}
