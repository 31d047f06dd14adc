import type { Db } from "@parley/db";
import { foldUsername, type Person, type UserId } from "@parley/schema";
import { sql } from "kysely";
import { notFound } from "../errors.ts";
import { personColumns, toPerson } from "./person.ts";

const found = 20;

/** Neither of the two blocks the other. */
export const isUnblocked = (userId: UserId) =>
  sql<boolean>`not blocks(users.id, ${userId}) and not blocks(${userId}, users.id)`;

/** The person of a username, as a link names them; who blocks the asker is not there. */
export async function findPerson(db: Db, userId: UserId, username: string): Promise<Person> {
  const row = await db
    .selectFrom("users")
    .select(personColumns(userId))
    .where("users.username", "=", foldUsername(username))
    .where("users.deleted_at", "is", null)
    .where("users.suspended_at", "is", null)
    .where(sql<boolean>`not blocks(users.id, ${userId})`)
    .executeTakeFirst();
  if (!row) throw notFound();
  return toPerson(row);
}

/**
 * People by the start of their username, the words of their name, or their exact e-mail address (which no answer tells).
 * Who blocks the asker, or is blocked by them, is not there.
 */
export async function searchPeople(db: Db, userId: UserId, query: string): Promise<Person[]> {
  return (await peopleFoundBy(db, userId, query).execute()).map(toPerson);
}

export function peopleFoundBy(db: Db, userId: UserId, query: string) {
  const username = foldUsername(query.replace(/^@/, ""));
  const startsWith = `${username.replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .selectFrom("users")
    .select(personColumns(userId))
    .where(({ or, eb }) =>
      or([
        eb("users.username", "like", startsWith),
        eb("users.email", "=", query.toLowerCase()),
        sql<boolean>`name_words(users.display_name) @@ to_tsquery('simple', ${nameQuery(query)})`,
      ]),
    )
    .where("users.id", "!=", userId)
    .where("users.deleted_at", "is", null)
    .where("users.suspended_at", "is", null)
    .where(isUnblocked(userId))
    .orderBy((eb) => eb("users.username", "=", username), "desc")
    .orderBy((eb) => eb("users.username", "like", startsWith), "desc")
    .orderBy("users.display_name")
    .orderBy("users.id")
    .limit(found);
}

/** Every word of the query starts a word of the name; folded as the database's `name_words` folds names. */
function nameQuery(query: string): string {
  const folded = query
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[øđłı]/g, (char) => withoutStroke[char] ?? char);
  const words = folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => `'${word}':*`).join(" & ");
}

const withoutStroke: Record<string, string> = { ø: "o", đ: "d", ł: "l", ı: "i" };
