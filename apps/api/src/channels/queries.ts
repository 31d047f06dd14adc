import type { Db } from "@parley/db";
import {
  foldUsername,
  limits,
  type MessageRow,
  type Person,
  type PublicChannel,
  type Tally,
  usernameKey,
} from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { requireNotBanned } from "../conversations/bans.ts";
import { type ConversationRecord, conversationColumns } from "../conversations/wire-rows.ts";
import { notFound } from "../errors.ts";
import { isAlive } from "../messages/readable-messages.ts";
import { listTallies } from "../messages/tallies.ts";
import { toMessageRow } from "../messages/wire-row.ts";
import { listPeople, namedIn } from "../people/list-people.ts";

const found = 30;

export type ChannelPreview = { channel: PublicChannel; messages: MessageRow[]; tallies: Tally[]; people: Person[] };

/** A public channel and its latest posts, for who is not in it; comments are for its subscribers. */
export async function previewChannel(ctx: SignedIn, { address }: { address: string }): Promise<ChannelPreview> {
  const { db } = ctx;
  const conversation = await publicChannels(db)
    .where("address_key", "=", usernameKey(address))
    .where("address", "=", foldUsername(address))
    .executeTakeFirst();
  if (!conversation) throw notFound();
  await requireNotBanned({ db, conversation }, ctx.userId);

  const rows = await db
    .selectFrom("messages")
    .selectAll()
    .where("conversation_id", "=", conversation.id)
    .where("is_in_timeline", "=", true)
    .where("kind", "<>", "event")
    .where("deleted_at", "is", null)
    .where(isAlive(ctx.now()))
    .orderBy("seq", "desc")
    .limit(limits.channelPreview)
    .execute();
  const messages = rows.map(toMessageRow).reverse();
  return {
    channel: toPublicChannel(conversation),
    messages,
    tallies: await listTallies(
      db,
      messages.map((it) => it.id),
    ),
    people: await listPeople(db, namedIn(messages)),
  };
}

/** Public channels by the words of their title or the start of their address; without either, the largest. */
export async function discoverChannels({ db }: SignedIn, { query }: { query: string }): Promise<PublicChannel[]> {
  const words = query.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const startsWith = `${foldUsername(query.replace(/^[+@]/, "")).replace(/[\\%_]/g, "\\$&")}%`;
  const rows = await publicChannels(db)
    .$if(query !== "", (channels) =>
      channels.where(({ or, eb }) =>
        or([
          eb("address", "like", startsWith),
          ...(words.length > 0
            ? [
                sql<boolean>`name_words(title) @@ to_tsquery('simple', ${words.map((word) => `'${word}':*`).join(" & ")})`,
              ]
            : []),
        ]),
      ),
    )
    .orderBy("member_count", "desc")
    .orderBy("id")
    .limit(found)
    .execute();
  return rows.map(toPublicChannel);
}

function publicChannels(db: Db) {
  return db
    .selectFrom("conversations")
    .select(conversationColumns)
    .where("kind", "=", "channel")
    .where("address", "is not", null);
}

function toPublicChannel(row: ConversationRecord): PublicChannel {
  return {
    id: row.id,
    title: row.title,
    description: row.description,
    avatarId: row.avatar_id,
    address: row.address ?? "",
    memberCount: row.member_count,
    ...(row.is_verified && { isVerified: true }),
  };
}
