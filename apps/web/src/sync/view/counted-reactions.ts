import type { CommandInputs } from "../outbox/command.ts";
import { withMine } from "../store/apply-tallies.ts";
import type { HeldTally } from "../store/rows.ts";
import type { Reaction } from "../types.ts";

/** Reactions to a post in a channel: the most first, with what waits in the outbox done, and nobody's name. */
export function countedReactions(held: HeldTally, waiting: readonly CommandInputs["reactToMessage"][]): Reaction[] {
  const { reactions, mine } = waiting.reduce((tally, it) => withMine(tally, it.emoji, it.isOn), held);
  return Object.entries(reactions)
    .sort(([one, a], [other, b]) => b - a || one.localeCompare(other))
    .map(([id, count]) => ({ id, userIds: [], count, isMine: mine.includes(id) }));
}
