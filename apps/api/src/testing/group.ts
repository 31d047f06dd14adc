import { type ConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import type { App } from "./start-app.ts";

type User = { id: UserId };

/** A group of this owner's, with these members. */
export async function startGroup(
  app: App,
  owner: User,
  members: User[],
  details: { title?: string; hidesHistory?: boolean } = {},
) {
  const conversationId = newId<ConversationId>();
  await app.as(owner).conversations.createGroup.mutate({
    conversationId,
    title: "Lunch",
    memberIds: members.map((it) => it.id),
    ...details,
  });
  return conversationId;
}

/** Says something there; answers with the message's id and place. */
export async function say(app: App, user: User, conversationId: ConversationId, text: string) {
  const messageId = newId<MessageId>();
  const sent = await app.as(user).messages.send.mutate({ conversationId, messageId, text });
  return { messageId, ...sent };
}

/** Everything a new device of this user's may read there, oldest first. */
export async function readAll(app: App, user: User, conversationId: ConversationId) {
  const { messages } = await app.as(user).messages.after.query({ conversationId, seq: 0, limit: 200 });
  return messages;
}

export const textsOf = (messages: { kind: string; text: string }[]) =>
  messages.filter((it) => it.kind === "text").map((it) => it.text);
