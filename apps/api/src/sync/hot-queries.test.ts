import type { Db, OpenDb } from "@parley/db";
import { canFillTables, fillTables, freshDb, scannedWhole } from "@parley/db/testing";
import type { ConversationId } from "@parley/schema";
import { evaluate, parseQuery } from "@parley/schema/search";
import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blindMembers } from "../conversations/is-visible-to-all.ts";
import { movedEmoji } from "../emoji/queries.ts";
import { nextInTimeline } from "../messages/bare-stretches.ts";
import { readablePins } from "../messages/pins.ts";
import { readableMessages } from "../messages/readable-messages.ts";
import { newestReplies } from "../messages/thread-summary.ts";
import { conditionsFor } from "../search/conditions.ts";
import { foundMessages } from "../search/found-messages.ts";
import { changedMessages, changedReactions } from "./changed-held.ts";
import { onlineHeads } from "./heads.ts";
import { movedHeads, movedPeople } from "./start-sync.ts";

type Filled = Awaited<ReturnType<typeof fillTables>>;
const now = new Date();

let open: OpenDb;
let filled: Filled;
beforeAll(async () => {
  open = await freshDb();
  filled = await fillTables(open.db);
});
afterAll(() => open.close());

const compiled = (db: Db, query: RawBuilder<unknown>) => ({ compile: () => query.compile(db) });
const readable = (db: Db) => readableMessages(db, { ...filled, now });

const threads = {
  holding: [{ from: 1, to: 40 }],
  get threads() {
    return [{ threadId: filled.messageId, holding: [{ from: 60, to: 70 }] }];
  },
};

const hot = {
  "the heads that moved": (db: Db) =>
    compiled(db, movedHeads(filled.userId, { epoch: "", xid: filled.cursor, userRev: 0 }, now)),
  "all heads": (db: Db) => compiled(db, movedHeads(filled.userId, null, now)),
  "the emoji that moved": (db: Db) => movedEmoji(db, filled.cursor),
  "the people that moved": (db: Db) => movedPeople(db, filled.userId, filled.cursor),
  "heads for who is online": (db: Db) => compiled(db, onlineHeads([filled.conversationId], [], now)),
  "changes to what a device holds": (db: Db) =>
    readable(db)
      .where("messages.rev", ">", 3)
      .where(sql<boolean>`messages.seq <@ '{[1,40]}'::int4multirange`)
      .orderBy("messages.rev")
      .orderBy("messages.seq")
      .limit(301),
  "a page before": (db: Db) => readable(db).where("messages.seq", "<", 9).orderBy("messages.seq", "desc").limit(60),
  "a search for words": (db: Db) => compiled(db, searchFor("ramen -udon from:me")),
  "a search for the beginning of a word": (db: Db) => compiled(db, searchFor("ra")),
  "a search in one conversation": (db: Db) => compiled(db, searchFor('"ramen noodles"', filled.conversationId)),
  "a search for what was sent on a day": (db: Db) => compiled(db, searchFor("on:2026-11-21")),
  "a search for what is pinned": (db: Db) => compiled(db, searchFor("is:pinned")),
  "a page of a thread": (db: Db) =>
    readableMessages(db, { ...filled, now, threadId: filled.messageId })
      .where("messages.seq", "<", 9)
      .orderBy("messages.seq", "desc")
      .limit(60),
  "who wrote last in a thread": (db: Db) => newestReplies(db, filled.messageId),
  "the message before ten thousand replies": (db: Db) =>
    nextInTimeline(db, { ...filled, now })
      .where("messages.seq", "<", 9)
      .orderBy("messages.seq", "desc"),
  "changes to threads that a device holds": (db: Db) => changedMessages(db, { ...filled, now }, threads, 3).limit(301),
  "the reactions that changed": (db: Db) => changedReactions(db, { ...filled, now }, threads, 3).limit(301),
  "the reactions to a page": (db: Db) =>
    db.selectFrom("reactions").selectAll().where("message_id", "in", [filled.messageId]),
  "the pins that changed": (db: Db) => readablePins(db, { ...filled, now }).where("pins.rev", ">", 3),
  "who does not see everything": (db: Db) => blindMembers(db, filled.conversationId, [{ from: 3, to: 4 }]),
  "a message to change": (db: Db) => readable(db).where("messages.id", "=", filled.messageId),
};

const names = { users: new Map(), conversationsNamed: () => [], tagged: () => ({ in: "" as never, ids: [] }) };
const here = { timeZone: "UTC", now: now.getTime() };
const searchFor = (text: string, conversationId?: ConversationId) =>
  foundMessages({
    ...{ userId: filled.userId, conversationId, limit: 21, now },
    condition: evaluate(parseQuery(text)!, conditionsFor(names), here),
  });

test.runIf(canFillTables).each(Object.entries(hot))("%s: read by an index", async (_, query) => {
  expect(await scannedWhole(open.db, query(open.db))).toEqual([]);
});
