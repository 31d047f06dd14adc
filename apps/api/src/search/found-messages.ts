import type { Db, MessagesTable } from "@parley/db";
import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { type RawBuilder, type Selectable, sql } from "kysely";
import { type Condition, tsquery } from "./conditions.ts";

export type Search = {
  userId: UserId;
  condition: Condition;
  conversationId?: ConversationId | undefined;
  after?: MessageId | undefined;
  limit: number;
  now: Date;
};
type Message = Selectable<MessagesTable>;
/** `looked`: how many of those that have the words were looked at, on every row; without a message when none was found. */
type Found = Message & { looked?: number };

/** So many more than a page are put in order: some may have just expired. */
const spare = 20;

/** What this user finds of what they may read, newest first. */
export async function findMessages(db: Db, search: Search): Promise<Message[]> {
  const { rows } = await foundMessages(search).execute(db);
  const messages = rows.filter((row) => row.id !== null);
  const mayBeMore = messages.length < search.limit && (rows[0]?.looked ?? 0) >= search.limit + spare;
  return mayBeMore ? (await foundByWords(search).execute(db)).rows : messages;
}

/** The statement behind it, so that its plan can be looked at. */
export function foundMessages(search: Search): RawBuilder<Found> {
  const { words, needed } = search.condition;
  if (needed === undefined) return foundFromTheEnd(search);
  return words === needed ? newestByWords(search) : foundByWords(search);
}

/** Where the words alone decide: only the newest that have them are looked at. */
function newestByWords(search: Search): RawBuilder<Found> {
  const { limit } = search;
  return sql`
    ${mineAndHidden(search)}, newest as materialized (${withTheWords(search)} limit ${limit + spare})
    select page.*, counted.looked from (select count(*)::int as looked from newest) counted left join lateral (
      select messages.* from newest w join messages on messages.id = w.message_id
      where messages.conversation_id = w.conversation_id and ${isReadable(search)}
      order by w.created_at desc, w.seq desc, w.message_id desc limit ${limit}
    ) page on true
    order by page.created_at desc, page.seq desc, page.id desc`;
}

/** Where something else is asked as well, each that has the words is read, newest first, until the page is full. */
function foundByWords(search: Search): RawBuilder<Message> {
  const { condition, limit } = search;
  return sql`
    ${mineAndHidden(search)}
    select messages.* from (${withTheWords(search)} offset 0) w
    cross join lateral (select w.conversation_id, w.key) mine
    cross join lateral (select * from messages where messages.id = w.message_id offset 0) messages
    where messages.conversation_id = w.conversation_id and ${isReadable(search)} and ${condition.sql}
    order by w.created_at desc, w.seq desc, w.message_id desc limit ${limit}`;
}

/** Without a word to begin with, what is pinned is looked through, or each conversation from its end. */
function foundFromTheEnd(search: Search): RawBuilder<Message> {
  const { condition, limit } = search;
  const source = condition.isPinned
    ? sql`(select message_id from pins where conversation_id = mine.conversation_id and not is_removed offset 0) pinned
        cross join lateral (select * from messages where messages.id = pinned.message_id offset 0) messages`
    : sql`messages`;
  return sql`
    ${mineAndHidden(search)}
    select found.* from mine cross join lateral (
      select messages.* from ${source} left join message_words w on w.message_id = messages.id
      where messages.conversation_id = mine.conversation_id and messages.seq <@ mine.visible
        and ${isReadable(search)} and messages.id not in (select id from hidden)
        and ${condition.sql} ${isAfter(search, "messages.created_at, messages.seq, messages.id")}
      order by messages.created_at desc, messages.seq desc limit ${limit}
    ) found
    order by found.created_at desc, found.seq desc, found.id desc limit ${limit}`;
}

const mineAndHidden = ({ userId, conversationId }: Search) => sql`
  with mine as materialized (
    select conversation_id, visible, right(conversation_id::text, 8) as key from members
    where user_id = ${userId} and left_at is null
      ${conversationId ? sql`and conversation_id = ${conversationId}` : sql``}
  ), hidden as materialized (
    select split_part(key, ':', 2)::uuid as id from user_rows where user_id = ${userId} and kind = 'hidden' and value is not null
  )`;

/**
 * The index is asked once for each conversation the user is in, so what others write elsewhere costs nothing; and what
 * it names is put in order by what stands beside the words, so no message is read for that. `offset 0` keeps it so:
 * the planner cannot know how few messages of one conversation have a word, and would read them all for each.
 */
const withTheWords = (search: Search) => sql`
  select w.*, mine.conversation_id, mine.key from mine cross join lateral (
    select * from message_words where words @@ ${tsquery(search.condition.needed ?? "")} ${besides(search)} offset 0
  ) w
  where w.seq <@ mine.visible and w.message_id not in (select id from hidden)
    ${isAfter(search, "w.created_at, w.seq, w.message_id")}
  order by w.created_at desc, w.seq desc, w.message_id desc`;

/** What may be found without the words is asked for where it is, and nowhere else. */
const besides = ({ condition: { besides: saved, needed = "" } }: Search) =>
  saved
    ? sql`union all select * from message_words where mine.conversation_id = ${saved.in}::uuid
        and message_id = any(${saved.ids}::uuid[]) and not words @@ ${tsquery(needed)}`
    : sql``;

const isReadable = ({ now }: Search) => sql`messages.kind <> 'event' and messages.deleted_at is null
  and (messages.expires_at is null or messages.expires_at > ${now})`;

const isAfter = ({ after }: Search, place: string) =>
  after ? sql`and (${sql.raw(place)}) < (select created_at, seq, id from messages where id = ${after})` : sql``;
