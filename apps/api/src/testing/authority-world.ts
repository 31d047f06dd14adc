import {
  type Attachment,
  type ConversationId,
  type EmojiId,
  type FileId,
  type InviteId,
  type MemberRole,
  type MessageId,
  newId,
  type PollContent,
  type StickerPackId,
  type UserId,
  usernameKey,
} from "@parley/schema";
import { sql } from "kysely";
import type { App } from "./start-app.ts";

export const actors = [
  ...(["nobody", "outsider", "requested", "banned"] as const),
  ...(["member", "removed", "moderator", "admin", "owner", "suspended"] as const),
] as const;
/** They are not in the conversation, whatever they once were or wish. */
export const outsiders: readonly Actor[] = ["outsider", "requested", "banned", "removed"];
export type Actor = (typeof actors)[number];

export type World = {
  conversationId: ConversationId;
  me: UserId;
  cookie: string;
  bob: UserId;
  newcomer: UserId;
  /** Asks to join. */
  asker: UserId;
  bobsMessageId: MessageId;
  myMessageId: MessageId;
  bobsPollId: MessageId;
  /** On his message. */
  bobsFileId: FileId;
  /** In which that file stands. */
  bobsPackId: StickerPackId;
  /** The same file once more. */
  bobsEmojiId: EmojiId;
  inviteId: InviteId;
  code: string;
  /** A public channel, and who acts in the same part there. */
  channelId: ConversationId;
  address: string;
};

/** A group with Bob in it, a message of his and an invite link; and who acts, in their part. Made anew for every attempt. */
export async function makeWorld(app: App, actor: Actor): Promise<World> {
  const word = () => `u${newId<string>().replaceAll("-", "").slice(10, 30)}`;
  const people = Array.from({ length: 5 }, () => ({ id: newId<UserId>(), username: word() }));
  const [me, bob, newcomer, asker, owner] = people.map((it) => it.id) as [UserId, UserId, UserId, UserId, UserId];
  const conversationId = newId<ConversationId>();
  const channelId = newId<ConversationId>();
  const ids = {
    bobsMessageId: newId<MessageId>(),
    myMessageId: newId<MessageId>(),
    bobsPollId: newId<MessageId>(),
    bobsFileId: newId<FileId>(),
    bobsPackId: newId<StickerPackId>(),
    bobsEmojiId: newId<EmojiId>(),
    inviteId: newId<InviteId>(),
  };
  const code = word();
  const address = word();
  const message = { conversation_id: conversationId, rev: 2, kind: "text", text: "Ramen?" };
  const members = [...membersOf(actor, { me, owner, bob })];

  // As one statement: it is made hundreds of times.
  await app.db
    .with("people", (db) =>
      db.insertInto("users").values(
        people.map(({ id, username }) => ({
          ...{ id, username, username_key: username, display_name: username },
          suspended_at: actor === "suspended" && id === me ? new Date() : null,
        })),
      ),
    )
    .with("places", (db) =>
      db.insertInto("conversations").values([
        { id: conversationId, kind: "group", title: "Lunch", rev: 2, last_seq: 3, created_by: owner },
        {
          ...{ id: channelId, kind: "channel", title: "News", rev: 1, last_seq: 1, created_by: owner },
          ...{ address, address_key: usernameKey(address) },
        },
      ]),
    )
    .with("theirs", (db) =>
      db
        .insertInto("members")
        .values(
          [conversationId, channelId].flatMap((conversation_id) =>
            members.map((it) => ({ ...it, conversation_id, rev: 1 })),
          ),
        ),
    )
    .with("file", (db) =>
      db.insertInto("files").values({
        ...{ id: ids.bobsFileId, owner_id: bob, kind: "attachment", mime: "text/plain", size: 5, name: "menu.txt" },
      }),
    )
    .with("said", (db) =>
      db.insertInto("messages").values([
        {
          ...{ ...message, id: ids.bobsMessageId, seq: 1, sender_id: bob },
          details: JSON.stringify({ attachments: [menu(ids.bobsFileId)] }),
        },
        { ...message, id: ids.myMessageId, seq: 2, sender_id: me },
        {
          ...{ ...message, id: ids.bobsPollId, seq: 3, sender_id: bob, kind: "poll" },
          details: JSON.stringify({ content: poll }),
        },
        {
          ...{ ...message, id: newId<MessageId>(), seq: 1, sender_id: owner },
          ...{ conversation_id: channelId, text: "High tide" },
        },
      ]),
    )
    .with("held", (db) =>
      db.insertInto("message_files").values({
        ...{ message_id: ids.bobsMessageId, file_id: ids.bobsFileId },
        ...{ conversation_id: conversationId, kind: "document" },
      }),
    )
    .with("packed", (db) =>
      db.insertInto("sticker_packs").values({
        ...{ id: ids.bobsPackId, owner_id: bob },
        value: JSON.stringify({ name: "Ramen", ownerId: bob, stickers: [] }),
      }),
    )
    .with("stuck", (db) => db.insertInto("pack_files").values({ file_id: ids.bobsFileId, pack_id: ids.bobsPackId }))
    .with("drawn", (db) =>
      db.insertInto("emoji").values({
        ...{ id: ids.bobsEmojiId, maker_id: bob, file_id: ids.bobsFileId, rev: 1 },
        value: JSON.stringify({
          name: ids.bobsEmojiId.slice(0, 32).replace(/-$/, "0"),
          fileId: ids.bobsFileId,
          makerId: bob,
        }),
      }),
    )
    .with("asked", (db) =>
      db.insertInto("polls").values({ message_id: ids.bobsPollId, conversation_id: conversationId, counts: "[[0,0]]" }),
    )
    .with("invited", (db) =>
      db.insertInto("invites").values({ id: ids.inviteId, conversation_id: conversationId, code, created_by: owner }),
    )
    .with("requested", (db) =>
      db.insertInto("join_requests").values(
        [asker, ...(actor === "requested" ? [me] : [])].map((user_id) => ({
          ...{ conversation_id: conversationId, user_id, note: "Hello" },
        })),
      ),
    )
    .selectNoFrom(sql`1`.as("made"))
    .execute();
  if (actor === "removed")
    await sql`update members set visible = '{[1,4)}' where user_id = ${me} and conversation_id = ${conversationId}`.execute(
      app.db,
    );
  if (actor === "banned")
    await app.db
      .insertInto("bans")
      .values(
        [conversationId, channelId].map((conversation_id) => ({
          ...{ conversation_id, user_id: me, reason: "Spam", banned_by: owner },
        })),
      )
      .execute();

  return {
    ...{ conversationId, me, bob, newcomer, asker, code, channelId, address },
    cookie: actor === "nobody" ? "" : await app.sessionCookieOf({ id: me }),
    ...ids,
  };
}

const menu = (fileId: FileId): Attachment => ({
  ...{ fileId, kind: "document", name: "menu.txt", mime: "text/plain", size: 5 },
});

const poll: PollContent = { kind: "poll", questions: [{ text: "Ramen?", options: ["Yes", "No"] }] };

function* membersOf(
  actor: Actor,
  { me, owner, bob }: { me: UserId; owner: UserId; bob: UserId },
): Iterable<{ user_id: UserId; role: MemberRole; left_at?: Date }> {
  yield { user_id: bob, role: "member" };
  if (actor !== "owner") yield { user_id: owner, role: "owner" };
  if (actor === "removed") yield { user_id: me, role: "member", left_at: new Date() };
  else if (actor === "suspended") yield { user_id: me, role: "member" };
  else if (actor === "member" || actor === "moderator" || actor === "admin" || actor === "owner")
    yield { user_id: me, role: actor };
}
