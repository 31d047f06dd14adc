import { type Kysely, sql } from "kysely";

/** People are found by the start of their username and by the words of their name, with or without accents. */
export async function up(db: Kysely<unknown>) {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Accents come off by decomposing; the four letters that do not decompose are named.
  `create function name_words(name text) returns tsvector language sql immutable parallel safe as $$
    select to_tsvector('simple', translate(regexp_replace(normalize(lower(name), NFKD), '[\\u0300-\\u036f]', '', 'g'), 'øđłı', 'odli'))
  $$`,
  `create index users_by_name on users using gin (name_words(display_name))`,
  `create index users_by_username on users (username text_pattern_ops)`,
];
