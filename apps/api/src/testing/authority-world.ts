import type { MessagesTable } from "@parley/db";
import {
  type Attachment,
  type ConversationId,
  type FileId,
  type InviteId,
  type MemberRole,
  type MessageId,
  newId,
  type PollContent,
  type UserId,
  usernameKey,
} from "@parley/schema";
import { type Insertable, sql } from "kysely";
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
  inviteId: InviteId;
  code: string;
  /** A public channel, and who acts in the same part there. */
  channelId: ConversationId;
  address: string;
};

/** A group with Bob in it, a message of his and an invite link; and who acts, in their part. Made anew for every attempt. */
export async function makeWorld(app: App, actor: Actor): Promise<World> {
  const word = () => `u${newId<string>().replaceAll("-", "").slice(10, 30)}`;
  const [me, bob, newcomer, asker, owner] = (await Promise.all([1, 2, 3, 4, 5].map(() => app.addUser(word())))).map(
    (user) => user.id,
  ) as [UserId, UserId, UserId, UserId, UserId];
  const conversationId = newId<ConversationId>();
  const ids = {
    bobsMessageId: newId<MessageId>(),
    myMessageId: newId<MessageId>(),
    bobsPollId: newId<MessageId>(),
    bobsFileId: newId<FileId>(),
    inviteId: newId<InviteId>(),
  };
  const code = word();

  const { db } = app;
  await db
    .insertInto("conversations")
    .values({ id: conversationId, kind: "group", title: "Lunch", rev: 2, last_seq: 3, created_by: owner })
    .execute();
  await db
    .insertInto("members")
    .values([...membersOf(actor, { me, owner, bob })].map((it) => ({ ...it, conversation_id: conversationId, rev: 1 })))
    .execute();
  if (actor === "removed") await sql`update members set visible = '{[1,4)}' where user_id = ${me}`.execute(db);
  const message = { conversation_id: conversationId, rev: 2, kind: "text", text: "Ramen?" };
  await db
    .insertInto("messages")
    .values([
      { ...message, id: ids.bobsMessageId, seq: 1, sender_id: bob },
      { ...message, id: ids.myMessageId, seq: 2, sender_id: me },
    ])
    .execute();
  await giveFile(db, { fileId: ids.bobsFileId, messageId: ids.bobsMessageId, conversationId, ownerId: bob });
  await insertPoll(db, { ...message, id: ids.bobsPollId, seq: 3, sender_id: bob });
  await db
    .insertInto("invites")
    .values({ id: ids.inviteId, conversation_id: conversationId, code, created_by: owner })
    .execute();
  await db
    .insertInto("join_requests")
    .values(
      [asker, ...(actor === "requested" ? [me] : [])].map((user_id) => ({
        conversation_id: conversationId,
        user_id,
        note: "Hello",
      })),
    )
    .execute();
  const channelId = newId<ConversationId>();
  const address = word();
  await db
    .insertInto("conversations")
    .values({
      id: channelId,
      kind: "channel",
      title: "News",
      address,
      address_key: usernameKey(address),
      rev: 1,
      last_seq: 1,
      created_by: owner,
    })
    .execute();
  await db
    .insertInto("members")
    .values([...membersOf(actor, { me, owner, bob })].map((it) => ({ ...it, conversation_id: channelId, rev: 1 })))
    .execute();
  await db
    .insertInto("messages")
    .values({
      ...message,
      text: "High tide",
      id: newId<MessageId>(),
      conversation_id: channelId,
      seq: 1,
      sender_id: owner,
    })
    .execute();
  if (actor === "banned")
    await db
      .insertInto("bans")
      .values(
        [conversationId, channelId].map((conversation_id) => ({
          conversation_id,
          user_id: me,
          reason: "Spam",
          banned_by: owner,
        })),
      )
      .execute();
  if (actor === "suspended")
    await db.updateTable("users").set({ suspended_at: new Date() }).where("id", "=", me).execute();

  return {
    conversationId,
    me,
    bob,
    newcomer,
    asker,
    code,
    channelId,
    address,
    cookie: actor === "nobody" ? "" : await app.sessionCookieOf({ id: me }),
    ...ids,
  };
}

async function giveFile(
  db: App["db"],
  it: { fileId: FileId; messageId: MessageId; conversationId: ConversationId; ownerId: UserId },
) {
  const attachment: Attachment = { fileId: it.fileId, kind: "document", name: "menu.txt", mime: "text/plain", size: 5 };
  await db
    .insertInto("files")
    .values({ id: it.fileId, owner_id: it.ownerId, kind: "attachment", mime: "text/plain", size: 5, name: "menu.txt" })
    .execute();
  await db
    .insertInto("message_files")
    .values({ message_id: it.messageId, file_id: it.fileId, conversation_id: it.conversationId, kind: "document" })
    .execute();
  await db
    .updateTable("messages")
    .set({ details: JSON.stringify({ attachments: [attachment] }) })
    .where("id", "=", it.messageId)
    .execute();
}

async function insertPoll(db: App["db"], message: Insertable<MessagesTable>) {
  const content: PollContent = { kind: "poll", questions: [{ text: "Ramen?", options: ["Yes", "No"] }] };
  await db
    .insertInto("messages")
    .values({ ...message, kind: "poll", details: JSON.stringify({ content }) })
    .execute();
  await db
    .insertInto("polls")
    .values({ message_id: message.id, conversation_id: message.conversation_id, counts: "[[0,0]]" })
    .execute();
}

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
