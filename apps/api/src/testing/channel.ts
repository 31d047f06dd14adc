import { type ConversationId, newId, type UserId } from "@parley/schema";
import type { App } from "./start-app.ts";

type User = { id: UserId };

/** A channel of this owner's; with an address it is public. */
export async function startChannel(app: App, owner: User, address: string | null = null) {
  const conversationId = newId<ConversationId>();
  const api = app.as(owner);
  await api.conversations.createGroup.mutate({ conversationId, kind: "channel", title: "News", memberIds: [] });
  if (address) await api.channels.setAddress.mutate({ conversationId, address });
  return conversationId;
}

/** All that a new device of this user's is told of it. */
export async function copyOf(app: App, user: User, conversationId: ConversationId) {
  const { changes, marks } = await app.as(user).sync.pull.query({
    conversationId,
    cursor: 0,
    holding: [],
    marks: true,
  });
  return { ...changes, marks };
}
