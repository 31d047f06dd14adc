import type { Db } from "@parley/db";
import { foldUsername, type Person, type UserId } from "@parley/schema";
import { sql } from "kysely";
import { personColumns, toPerson } from "./person.ts";

const found = 20;

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
    .select(personColumns)
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
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("user_rows")
            .select("user_rows.key")
            .where("user_rows.kind", "=", "block")
            .where("user_rows.value", "is not", null)
            .where(({ or, and, eb, ref }) =>
              or([
                and([
                  eb("user_rows.user_id", "=", userId),
                  eb("user_rows.key", "=", sql<string>`${ref("users.id")}::text`),
                ]),
                and([eb("user_rows.user_id", "=", ref("users.id")), eb("user_rows.key", "=", userId)]),
              ]),
            ),
        ),
      ),
    )
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
