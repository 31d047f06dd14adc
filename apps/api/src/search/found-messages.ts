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

/**
 * What this user finds of what they may read, newest first. The index is asked once for each conversation they are in, so
 * what others write elsewhere costs nothing; without a word to begin with, each conversation is read from its end.
 */
export function foundMessages(search: Search): RawBuilder<Selectable<MessagesTable>> {
  const { userId, condition, conversationId, after, limit, now } = search;
  const isExact = condition.words !== undefined && condition.words === condition.needed;
  const afterThat = after
    ? sql`and (messages.created_at, messages.seq, messages.id) < (select created_at, seq, id from messages where id = ${after})`
    : sql``;
  return sql<Selectable<MessagesTable>>`
    with mine as materialized (
      select members.conversation_id, members.visible, conversations.kind, right(members.conversation_id::text, 8) as key
      from members join conversations on conversations.id = members.conversation_id
      where members.user_id = ${userId} and members.left_at is null
        ${conversationId ? sql`and members.conversation_id = ${conversationId}` : sql``}
    ), hidden as materialized (
      select split_part(key, ':', 2)::uuid as id from user_rows where user_id = ${userId} and kind = 'hidden' and value is not null
    )
    select found.* from mine cross join lateral (
      select messages.* from ${sourceOf(condition)}
      where messages.conversation_id = mine.conversation_id and messages.seq <@ mine.visible
        and messages.kind <> 'event' and messages.deleted_at is null
        and (messages.expires_at is null or messages.expires_at > ${now})
        and messages.id not in (select id from hidden)
        ${isExact ? sql`` : sql`and ${condition.sql}`} ${afterThat}
      order by messages.created_at desc, messages.seq desc limit ${limit}
    ) found
    order by found.created_at desc, found.seq desc, found.id desc limit ${limit}`;
}

/**
 * Where to begin: at the words, at what is pinned, or at everything. `offset 0` keeps this order: the planner cannot know
 * how few messages of one conversation have a word, and would read them all for each.
 */
function sourceOf({ needed, isPinned }: Condition) {
  if (needed !== undefined)
    return sql`(select message_id, words from message_words where words @@ ${tsquery(needed)} offset 0) w
      cross join lateral (select * from messages where messages.id = w.message_id offset 0) messages`;
  if (isPinned)
    return sql`(select message_id from pins where conversation_id = mine.conversation_id and not is_removed offset 0) pinned
      cross join lateral (select * from messages where messages.id = pinned.message_id offset 0) messages left join message_words w on w.message_id = messages.id`;
  return sql`messages left join message_words w on w.message_id = messages.id`;
}

export const findMessages = async (db: Db, search: Search) => (await foundMessages(search).execute(db)).rows;
