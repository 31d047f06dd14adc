import type { Db } from "@parley/db";
import { type Person, type Publication, type UserId, type UserRow, userScope } from "@parley/schema";
import type { App } from "../context.ts";
import { notFound } from "../errors.ts";

export type UserTx = {
  db: Db;
  userId: UserId;
  /** What this change is, should it change anything. Rows written in it carry it. */
  rev: number;
  /** Rows of the user's own things that changed, and the people they are about. */
  changed(rows: { own: UserRow[] }, people?: Person[]): void;
  /** The account changed: profile, ways in, sessions. */
  accountChanged(): void;
  /** To be told as well, once it has committed. */
  publish(...publications: Publication[]): void;
};

/** Runs `work` as the only writer of the user's own scope; once it has committed, tells the user's devices what changed. */
export async function inUser<T>(
  ctx: Pick<App, "db" | "publish">,
  userId: UserId,
  work: (tx: UserTx) => Promise<T>,
): Promise<T> {
  const own: UserRow[] = [];
  const people: Person[] = [];
  const told: Publication[] = [];
  let hasAccountChanged = false;

  const { result, rev } = await ctx.db.transaction().execute(async (db) => {
    const user = await lockUser(db, userId);
    const next = user.rev + 1;
    const answer = await work({
      db,
      userId,
      rev: next,
      changed(rows, named = []) {
        own.push(...rows.own);
        people.push(...named);
      },
      accountChanged() {
        hasAccountChanged = true;
      },
      publish: (...publications) => void told.push(...publications),
    });
    const isChanged = own.length > 0 || hasAccountChanged;
    if (isChanged) await db.updateTable("users").set({ rev: next }).where("id", "=", userId).execute();
    return { result: answer, rev: isChanged ? next : null };
  });

  if (rev !== null) told.unshift(changesOf({ userId, rev, own, people, hasAccountChanged }));
  if (told.length > 0) ctx.publish(told);
  return result;
}

async function lockUser(db: Db, userId: UserId) {
  const user = await db
    .selectFrom("users")
    .select("rev")
    .where("id", "=", userId)
    .where("deleted_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!user) throw notFound();
  return user;
}

// An account looks different to each of its sessions (`isThis`), so it is announced, and every device pulls its own.
function changesOf(it: {
  userId: UserId;
  rev: number;
  own: UserRow[];
  people: Person[];
  hasAccountChanged: boolean;
}): Publication {
  const scope = userScope(it.userId);
  const { rev, own, people } = it;
  if (it.hasAccountChanged) return { scope, tell: { t: "announce", scope, rev } };
  const named = people.length > 0 ? { people } : {};
  return { scope, tell: { t: "changes", changes: { scope, from: rev - 1, rev, rows: { own }, ...named } } };
}
