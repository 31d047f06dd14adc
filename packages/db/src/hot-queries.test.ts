import { type Compilable, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Db, OpenDb } from "./open-db.ts";
import { canFillTables, dialectsUnderTest, fillTables, freshDb, planOf, scannedWhole } from "./testing/index.ts";

type Filled = Awaited<ReturnType<typeof fillTables>>;

// In the shapes that the API asks in; its own suite explains its own queries.
const hotQueries: Record<string, (db: Db, filled: Filled) => Compilable> = {
  "the session of a token": (db, { tokenHash }) =>
    db
      .selectFrom("sessions")
      .innerJoin("users", "users.id", "sessions.user_id")
      .selectAll("users")
      .where("token_hash", "=", tokenHash),

  "the heads that moved for a user": (db, { userId, cursor }) =>
    db
      .selectFrom("members as m")
      .innerJoin("conversations as c", "c.id", "m.conversation_id")
      .leftJoin("messages as preview", (join) =>
        join.onRef("preview.conversation_id", "=", "c.id").onRef("preview.seq", "=", "c.last_seq"),
      )
      .select(["c.id", "c.rev", "c.last_seq", "preview.text"])
      .where("m.user_id", "=", userId)
      .where((eb) => eb.or([sql<boolean>`c.head_xid >= ${cursor}::xid8`, sql<boolean>`m.row_xid >= ${cursor}::xid8`])),

  "the people who moved and share a conversation": (db, { userId, cursor }) =>
    db
      .selectFrom("users")
      .select(["id", "display_name"])
      .where(sql<boolean>`row_xid >= ${cursor}::xid8`)
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom("members as theirs")
            .innerJoin("members as mine", "mine.conversation_id", "theirs.conversation_id")
            .select("theirs.user_id")
            .whereRef("theirs.user_id", "=", "users.id")
            .where("mine.user_id", "=", userId),
        ),
      ),

  "the messages that changed, in order of their rev": (db, filled) =>
    readable(db, filled).where("messages.rev", ">", 3).orderBy("messages.rev").limit(200),

  "the page before a message": (db, filled) =>
    readable(db, filled).where("messages.seq", "<", 9).orderBy("messages.seq", "desc").limit(60),

  "the page after a message": (db, filled) =>
    readable(db, filled).where("messages.seq", ">", 3).orderBy("messages.seq").limit(60),

  "a message by its id": (db, filled) => readable(db, filled).where("messages.id", "=", filled.messageId),

  "the members of a conversation": (db, { conversationId }) =>
    db
      .selectFrom("members")
      .innerJoin("users", "users.id", "members.user_id")
      .selectAll("members")
      .select("users.display_name")
      .where("conversation_id", "=", conversationId),

  "the members that changed": (db, { conversationId }) =>
    db.selectFrom("members").selectAll().where("conversation_id", "=", conversationId).where("rev", ">", 3),

  "the conversation that a member locks": (db, { conversationId, userId }) =>
    db
      .selectFrom("conversations")
      .innerJoin("members", "members.conversation_id", "conversations.id")
      .selectAll("conversations")
      .where("conversations.id", "=", conversationId)
      .where("members.user_id", "=", userId)
      .forUpdate("conversations"),

  "a user's own rows that changed": (db, { userId }) =>
    db.selectFrom("user_rows").selectAll().where("user_id", "=", userId).where("rev", ">", 0),

  "a user by the name's skeleton": (db) => db.selectFrom("users").selectAll().where("username_key", "=", "user17"),

  "an invite by its code": (db) => db.selectFrom("invites").selectAll().where("code", "=", "17"),
};

describe.runIf(canFillTables).each(dialectsUnderTest())("on %s", (dialect) => {
  let open: OpenDb;
  let filled: Filled;
  beforeAll(async () => {
    open = await freshDb(dialect);
    filled = await fillTables(open.db);
  });
  afterAll(() => open.close());

  test.each(Object.entries(hotQueries))("%s: read by an index", async (_, query) => {
    expect(await scannedWhole(open.db, query(open.db, filled))).toEqual([]);
  });

  test("reading a table from end to end is noticed", async () => {
    const query = open.db.selectFrom("messages").select("id").where("text", "=", "Ramen?");
    expect(await scannedWhole(open.db, query)).toEqual(["messages"]);
    expect((await planOf(open.db, query))[0]).toHaveProperty("Node Type");
  });
});

/** The messages of a conversation that its member may read. */
function readable(db: Db, { conversationId, userId }: Filled) {
  return db
    .selectFrom("messages")
    .innerJoin("members", "members.conversation_id", "messages.conversation_id")
    .selectAll("messages")
    .where("messages.conversation_id", "=", conversationId)
    .where("members.user_id", "=", userId)
    .where(sql<boolean>`messages.seq <@ members.visible`);
}
