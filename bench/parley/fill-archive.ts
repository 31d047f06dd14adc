import type { Db } from "@parley/db";
import { type ConversationId, newId, type UserId } from "@parley/schema";
import { sql } from "kysely";

export type Archive = { conversations: number; messages: number; memberOf: number; vocabulary: number };

/**
 * Years of messages in one go: sizes of conversations and frequencies of words fall off as they do among people, so the
 * commonest word is in every third message. The member is in every so many-th conversation. Answers with one of theirs.
 */
export function fillArchive(db: Db, me: UserId, size: Archive): Promise<ConversationId> {
  // One connection, which has been given memory to build the index in.
  return db.connection().execute((one) => fill(one, me, size));
}

async function fill(db: Db, me: UserId, size: Archive): Promise<ConversationId> {
  const { conversations, messages, memberOf, vocabulary } = size;
  const other = newId<UserId>();
  const run = (text: string) => sql.raw(text).execute(db);
  await run("set maintenance_work_mem = '768MB'");
  await run("drop index message_words_by_word");
  await db
    .insertInto("users")
    .values({ id: other, username: other, username_key: other, display_name: "Someone" })
    .execute();
  await run(`insert into conversations (id, kind, title, created_by)
    select ${idOf("c")}, 'group', 'Conversation ' || c, '${other}' from generate_series(1, ${conversations}) c`);
  await run(`insert into members (conversation_id, user_id, role, rev)
    select ${idOf("c")}, '${other}'::uuid, 'member', 1 from generate_series(1, ${conversations}) c
    union all select ${idOf("c")}, '${me}'::uuid, 'member', 1 from generate_series(1, ${conversations}) c where c % ${conversations / memberOf} = 1`);
  await run(`create unlogged table said as
    select n, 1 + floor(${conversations} * power(random(), 2))::int as c,
      array(select floor(power(${vocabulary}, random() + 0 * n))::int from generate_series(1, 8)) as words
    from generate_series(1, ${messages}) n`);
  await run(`insert into messages (id, conversation_id, seq, rev, sender_id, kind, text, created_at)
    select ('018f' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid, ${idOf("c")},
      row_number() over (partition by c order by n), n, case when n % 2 = 0 and c % ${conversations / memberOf} = 1 then '${me}' else '${other}' end::uuid, 'text',
      (select string_agg(${wordOf("w")}, ' ' order by at) from unnest(words) with ordinality as it(w, at)),
      now() - (${messages} - n) * interval '1 minute'
    from said`);
  await run(`insert into message_words (message_id, words, seq, created_at)
    select m.id,
      (select string_agg('''' || lpad(to_hex(c), 8, '0') || ':' || ${wordOf("w")} || ''':' || at, ' ')::tsvector from unnest(words) with ordinality as it(w, at)),
      m.seq, m.created_at
    from said join messages m on m.id = ('018f' || lpad(to_hex(n), 8, '0') || '70008000000000000000')::uuid order by n`);
  await run("drop table said");
  await run(
    `update conversations set last_seq = it.last, rev = 1 from (select conversation_id, max(seq) as last from messages group by 1) it where it.conversation_id = id`,
  );
  await run(
    "create index message_words_by_word on message_words using gin (words) with (fastupdate = on, gin_pending_list_limit = 512)",
  );
  await run("vacuum analyze");
  return `018f0000-0000-7000-8000-0000${(1).toString(16).padStart(8, "0")}` as ConversationId;
}

/** Its last eight digits, by which its words are kept, are its number. */
const idOf = (number: string) => `('018f0000-0000-7000-8000-0000' || lpad(to_hex(${number}), 8, '0'))::uuid`;

/** Five letters for each number. */
const wordOf = (number: string) => `translate(left(md5(${number}::text), 5), '0123456789', 'ghijklmnop')`;
