import type { Db, MessagesTable } from "@parley/db";
import { attachmentsIn, type GalleryPage, type inputs, type UserId } from "@parley/schema";
import { traitTerm } from "@parley/schema/search";
import { type RawBuilder, type Selectable, sql } from "kysely";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { toMessageRow } from "../messages/wire-row.ts";
import { listPeople, namedIn } from "../people/list-people.ts";

export type ListFiles = InferOutput<typeof inputs.listFiles>;

/**
 * Messages with such things on them, among those the caller may read now; the newest first. What a stranger sent who is
 * not answered yet is shown where their own conversation is asked for.
 */
export async function listFiles(ctx: SignedIn, input: ListFiles): Promise<GalleryPage> {
  const found = await findHolders(ctx.db, ctx.userId, ctx.now(), input);
  const messages = found.slice(0, input.limit).map(toMessageRow);
  return {
    messages,
    people: await listPeople(ctx.db, namedIn(messages), ctx.userId),
    more: found.length > input.limit,
  };
}

async function findHolders(db: Db, userId: UserId, now: Date, input: ListFiles) {
  const { conversationId, senderId, from, to, after, limit } = input;
  const { rows } = await sql<Selectable<MessagesTable>>`
    with mine as materialized (
      select conversation_id, visible, right(conversation_id::text, 8) as key from members
      where user_id = ${userId} and left_at is null
        and ${conversationId ? sql`conversation_id = ${conversationId}` : notOfStrangers(userId)}
    ), hidden as materialized (
      select split_part(key, ':', 2)::uuid as id from user_rows where user_id = ${userId} and kind = 'hidden' and value is not null
    )
    select messages.* from mine
    cross join lateral (${holdersIn(input)}) held
    join messages on messages.id = held.message_id
    where messages.seq <@ mine.visible and messages.deleted_at is null
      and (messages.expires_at is null or messages.expires_at > ${now})
      and messages.id not in (select id from hidden)
      ${senderId ? sql`and messages.sender_id = ${senderId}` : sql``}
      ${from ? sql`and messages.created_at >= ${new Date(from)}` : sql``}
      ${to ? sql`and messages.created_at < ${new Date(to)}` : sql``}
      ${nameCondition(input)}
      ${
        after
          ? sql`and (messages.created_at, messages.seq, messages.id) < (select created_at, seq, id from messages where id = ${after})`
          : sql``
      }
    order by messages.created_at desc, messages.seq desc, messages.id desc limit ${limit + 1}`.execute(db);
  return rows;
}

const notOfStrangers = (userId: UserId) => sql`conversation_id not in (
  select conversations.id from user_rows
  join members on members.user_id = user_rows.key::uuid
  join conversations on conversations.id = members.conversation_id and conversations.kind = 'direct'
  where user_rows.user_id = ${userId} and user_rows.kind = 'request' and user_rows.value is not null)`;

/** Which messages of one conversation hold such things. */
function holdersIn({ kind }: ListFiles): RawBuilder<unknown> {
  if (kind === "links")
    return sql`select message_id from message_words where words @@ replace(${`'~${traitTerm("link")}'`}, '~', mine.key)::tsquery offset 0`;
  return sql`select distinct message_id from message_files
    where conversation_id = mine.conversation_id and kind = any(${[...attachmentsIn[kind]]}::text[])`;
}

function nameCondition({ kind, name }: ListFiles): RawBuilder<unknown> {
  if (name === "") return sql``;
  const like = `%${name.replace(/[\\%_]/g, "\\$&")}%`;
  if (kind === "links")
    return sql`and (messages.text ilike ${like} or messages.details->'link'->>'title' ilike ${like})`;
  return sql`and exists (select from jsonb_array_elements(messages.details->'attachments') it
    where it->>'name' ilike ${like} and it->>'kind' = any(${[...attachmentsIn[kind]]}::text[]))`;
}
