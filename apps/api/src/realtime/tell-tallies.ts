import type { Db } from "@parley/db";
import { type ConversationId, conversationScope, type MessageId, type Publication } from "@parley/schema";
import type { Log } from "../log.ts";
import { listTallies } from "../messages/tallies.ts";
import { createGatherer } from "./gather.ts";

const gatherMs = 2_000;
/** Of more posts than these the rest is told with the next round, or asked for with a view. */
const postsAtOnce = 200;

export type TallyTeller = {
  /** Somebody viewed a post, or reacted to it. */
  moved(conversationId: ConversationId, messageId: MessageId): void;
  close(): Promise<void>;
};

/** Tells a channel's room what its posts have had: however many look within two seconds, it is told once. */
export function createTallyTeller(parts: {
  db: Db;
  log: Log;
  publish(publications: Publication[]): void;
}): TallyTeller {
  const gathered = createGatherer<ConversationId, MessageId>({
    gatherMs,
    log: parts.log,
    what: "tallies",
    async tell(moved) {
      for (const [conversationId, ids] of moved) {
        const tallies = await listTallies(parts.db, [...ids].slice(0, postsAtOnce));
        if (tallies.length > 0)
          parts.publish([
            { scope: conversationScope(conversationId), tell: { t: "tallies", conversationId, tallies } },
          ]);
      }
    },
  });
  return { moved: (conversationId, messageId) => gathered.add(conversationId, messageId), close: gathered.close };
}
