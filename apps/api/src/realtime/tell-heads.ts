import type { Db } from "@parley/db";
import { type ConversationId, type Head, type Person, type Publication, type UserId, userScope } from "@parley/schema";
import type { Log } from "../log.ts";
import { listHeadsOfOnline } from "../sync/heads.ts";
import { createGatherer } from "./gather.ts";

const gatherMs = 50;
const toldAtOnce = 100;

export type HeadTeller = {
  /** The conversation's head is a new one; its members who are online elsewhere shall hear of it. */
  moved(id: ConversationId, alsoTell?: UserId[]): void;
  close(): Promise<void>;
};

/** Tells online members' user rooms of new heads: what moves within 50 ms is asked for and told at once. */
export function createHeadTeller(parts: {
  db: Db;
  log: Log;
  now(): Date;
  publish(publications: Publication[]): void;
}): HeadTeller {
  const gathered = createGatherer<ConversationId, UserId>({
    gatherMs,
    log: parts.log,
    what: "heads",
    async tell(moved) {
      const { heads, people } = await listHeadsOfOnline(parts.db, moved, parts.now());
      const publications = publicationsOf(heads, people);
      // Of a channel there may be thousands: whoever sends meanwhile must not wait for all of them.
      while (publications.length > 0) {
        parts.publish(publications.splice(0, toldAtOnce));
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  });
  return { moved: (id, alsoTell = []) => gathered.add(id, ...alsoTell), close: gathered.close };
}

function publicationsOf(heads: Map<UserId, Head[]>, people: Map<UserId, Person>): Publication[] {
  return Array.from(heads, ([userId, own]) => {
    const named = new Set(own.flatMap((head) => [head.preview?.senderId, head.otherId]));
    return {
      scope: userScope(userId),
      tell: { t: "heads", heads: own, people: [...named].flatMap((id) => (id && people.get(id)) || []) },
    };
  });
}
