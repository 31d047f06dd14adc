import {
  type ConversationId,
  type ConversationKind,
  directConversationId,
  type MessageId,
  type SavedTags,
  type UserId,
} from "@parley/schema";
import { namesMatch, type Query, withTag } from "@parley/schema/search";
import type { SignedIn } from "../context.ts";
import type { Names } from "./conditions.ts";

/** Looks up whom and where a query names: people by username, conversations of one's own by name, and one's own tags. */
export async function namesIn(ctx: Pick<SignedIn, "db" | "userId">, query: Query): Promise<Names> {
  const parts = [...partsOf(query)];
  const who = parts.flatMap((it) => (it.kind === "from" ? [it.who] : []));
  const users = new Map<string, UserId>([["me", ctx.userId]]);
  if (who.some((name) => name !== "me")) {
    const found = await ctx.db.selectFrom("users").select(["id", "username"]).where("username", "in", who).execute();
    for (const { id, username } of found) users.set(username, id);
  }
  const conversations = parts.some((it) => it.kind === "in") ? await listNamed(ctx) : [];
  const tags = parts.some((it) => it.kind === "tag") ? await listTags(ctx) : [];
  const saved = await directConversationId(ctx.userId, ctx.userId);
  return {
    users,
    tagged: (tag, isPrefix) => ({ in: saved, ids: withTag(tags, tag, isPrefix).map((it) => it.id) }),
    conversationsNamed: (name) => conversations.filter((it) => namesMatch(name, it.names)).map((it) => it.id),
  };
}

async function listTags({ db, userId }: Pick<SignedIn, "db" | "userId">): Promise<(SavedTags & { id: MessageId })[]> {
  const rows = await db
    .selectFrom("user_rows")
    .select(["key", "value"])
    .where("user_id", "=", userId)
    .where("kind", "=", "tag")
    .where("value", "is not", null)
    .execute();
  return rows.map(({ key, value }) => ({ ...(value as SavedTags), id: key as MessageId }));
}

type Named = { id: ConversationId; names: string[] };

async function listNamed({ db, userId }: Pick<SignedIn, "db" | "userId">): Promise<Named[]> {
  const rows = await db
    .selectFrom("members as mine")
    .innerJoin("conversations as c", "c.id", "mine.conversation_id")
    .leftJoin("members as theirs", (join) =>
      join
        .on("c.kind", "=", "direct")
        .onRef("theirs.conversation_id", "=", "c.id")
        .onRef("theirs.user_id", "!=", "mine.user_id"),
    )
    .leftJoin("users as other", "other.id", "theirs.user_id")
    .select(["c.id", "c.kind", "c.title", "other.display_name as name", "other.username"])
    .where("mine.user_id", "=", userId)
    .where("mine.left_at", "is", null)
    .execute();
  return rows.map(({ id, kind, title, name, username }) => ({ id, names: namesOf(kind, [title, name, username]) }));
}

const namesOf = (kind: ConversationKind, names: (string | null)[]) =>
  kind === "saved" ? ["saved"] : (names.filter((name) => name !== null && name !== "") as string[]);

function* partsOf(query: Query): Iterable<Query> {
  yield query;
  if (query.kind === "and" || query.kind === "or") for (const it of query.of) yield* partsOf(it);
  else if (query.kind === "not") yield* partsOf(query.of);
}
