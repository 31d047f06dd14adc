import type { ConversationId, OwnTally, Tally } from "@parley/schema";
import { type LocalDb, orAbort, writeCache } from "./db.ts";
import type { HeldTally } from "./rows.ts";
import { nothingTouched, type Touched, touchMessages } from "./touched.ts";

/** Keeps what a channel's posts have had, of those this device holds. What a room tells says nothing of one's own. */
export async function keepTallies(
  db: LocalDb,
  conversationId: ConversationId,
  tallies: readonly (Tally | OwnTally)[],
): Promise<Touched> {
  const touched = nothingTouched();
  const tx = writeCache(db);
  const store = tx.objectStore("messages");
  await orAbort(tx, async () => {
    for (const { seq, messageId, viewCount, reactions, ...own } of tallies) {
      const message = await store.get([conversationId, seq]);
      if (message?.id !== messageId || message.deletedAt) continue;
      const mine = "mine" in own ? own.mine : (message.tally?.mine ?? []);
      const next = { ...message, tally: { viewCount, reactions, mine } };
      if (JSON.stringify(next.tally) === JSON.stringify(message.tally)) continue;
      await store.put(next);
      touchMessages(touched, conversationId, [next]);
    }
  });
  return touched;
}

/** A tally with one's own emoji put there or taken back. */
export function withMine(tally: HeldTally | undefined, emoji: string, isOn: boolean): HeldTally {
  const { viewCount, reactions, mine } = tally ?? { viewCount: 0, reactions: {}, mine: [] };
  if (mine.includes(emoji) === isOn) return { viewCount, reactions, mine };
  const { [emoji]: before = 0, ...others } = reactions;
  const count = before + (isOn ? 1 : -1);
  return {
    viewCount,
    reactions: count > 0 ? { ...others, [emoji]: count } : others,
    mine: isOn ? [...mine, emoji] : mine.filter((it) => it !== emoji),
  };
}
