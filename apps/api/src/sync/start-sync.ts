import type { Db } from "@parley/db";
import {
  type inputs,
  type Person,
  type StartAnswer,
  type StartCursor,
  type UserId,
  type UserRow,
  userScope,
} from "@parley/schema";
import { sql } from "kysely";
import type { InferOutput } from "valibot";
import { readAccount } from "../accounts/queries.ts";
import type { SignedIn } from "../context.ts";
import { listEmoji, makersOf } from "../emoji/queries.ts";
import { listPeople, namedIn } from "../people/list-people.ts";
import { namedByOwn } from "../people/named-by-own.ts";
import { personColumns, toPerson } from "../people/person.ts";
import { type HeadRecord, headColumns, toHead } from "./heads.ts";

export type StartSync = InferOutput<typeof inputs.startSync>;

/**
 * What moved since the device last looked: the user's own things, and the heads of their conversations.
 * The next cursor comes from the snapshot that the heads were read in, so nothing that commits meanwhile is missed.
 */
export async function startSync(ctx: SignedIn, { cursor }: StartSync): Promise<StartAnswer> {
  const { db, userId } = ctx;
  const epoch = await readEpoch(db);
  const since = cursor?.epoch === epoch ? cursor : null;
  const { xid, userRev, heads } = await listHeads(ctx, since);
  const named = [userId, ...heads.map((head) => head.otherId), ...namedIn(heads.flatMap((head) => head.preview ?? []))];
  const user = await changesOfUser(ctx, since?.userRev ?? 0, userRev);
  const moved = since ? await movedPeople(db, userId, since.xid).execute() : [];
  const shared = await listEmoji(db, since?.xid ?? null);

  return {
    cursor: { epoch, xid, userRev },
    isWhole: since === null,
    userId,
    user,
    heads,
    people: unique([
      ...(await listPeople(db, [...named, ...namedByOwn(user.rows.own ?? []), ...makersOf(shared)], userId)),
      ...moved.map(toPerson),
    ]),
    ...(shared.length > 0 && { shared }),
    serverTime: ctx.now().toISOString(),
  };
}

async function readEpoch(db: Db): Promise<string> {
  const { value } = await db
    .selectFrom("installation")
    .select("value")
    .where("name", "=", "epoch")
    .executeTakeFirstOrThrow();
  return value;
}

async function listHeads({ db, userId, now }: SignedIn, since: StartCursor | null) {
  const { rows } = await movedHeads(userId, since, now()).execute(db);
  const heads = rows.flatMap((row) => (row.conversation ? toHead(row) : []));
  return { xid: rows[0]?.xid ?? "0", userRev: rows[0]?.user_rev ?? 0, heads };
}

/** One statement: the heads that moved, the cursor that goes with them and the user's rev. */
export function movedHeads(userId: UserId, since: StartCursor | null, now: Date) {
  const moved = since
    ? sql`(c.head_xid >= ${since.xid}::text::xid8 or m.row_xid >= ${since.xid}::text::xid8)`
    : sql`true`;
  const isMember = since ? sql`(m.left_at is null or m.row_xid >= ${since.xid}::text::xid8)` : sql`m.left_at is null`;
  return sql<{ xid: string; user_rev: number } & (HeadRecord | { conversation: null })>`
    select s.xid::text as xid, s.user_rev, h.*
    from (select pg_snapshot_xmin(pg_current_snapshot()) as xid, u.rev as user_rev from users u where u.id = ${userId}) s
    left join lateral (
      select ${headColumns(now)}
      from members m join conversations c on c.id = m.conversation_id
      where m.user_id = ${userId} and ${isMember} and ${moved}
    ) h on true`;
}

async function changesOfUser(ctx: SignedIn, from: number, rev: number): Promise<StartAnswer["user"]> {
  const start = from > rev ? 0 : from;
  const own = start < rev ? await listOwn(ctx.db, ctx.userId, start) : [];
  const account =
    start < rev || start === 0 ? await readAccount(ctx.db, ctx.userId, ctx.sessionId, ctx.now()) : undefined;
  return { scope: userScope(ctx.userId), from, rev, rows: { own, ...(account ? { account } : {}) } };
}

async function listOwn(db: Db, userId: UserId, from: number): Promise<UserRow[]> {
  return db
    .selectFrom("user_rows")
    .select(["kind", "key", "value", "rev"])
    .where("user_id", "=", userId)
    .where("rev", ">", from)
    .orderBy("rev")
    .execute();
}

/** People who changed, and share a conversation with the user or are their contacts. */
export function movedPeople(db: Db, userId: UserId, xid: string) {
  return db
    .selectFrom("users")
    .select(personColumns(userId))
    .where(sql<boolean>`users.row_xid >= ${xid}::text::xid8`)
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom("members as theirs")
            .innerJoin("members as mine", "mine.conversation_id", "theirs.conversation_id")
            .select("theirs.user_id")
            .whereRef("theirs.user_id", "=", "users.id")
            .where("mine.user_id", "=", userId),
        ),
        exists(
          selectFrom("user_rows")
            .select("user_rows.key")
            .where("user_rows.user_id", "=", userId)
            .where("user_rows.kind", "=", "contact")
            .where("user_rows.key", "=", sql<string>`users.id::text`)
            .where("user_rows.value", "is not", null),
        ),
      ]),
    );
}

const unique = (people: Person[]) => [...new Map(people.map((person) => [person.id, person])).values()];
