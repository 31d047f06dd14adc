import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@parley/db";
import { type ConversationId, newId, type SessionId, type UserId } from "@parley/schema";
import type { Crowd } from "../support/chat-server.ts";

export type Seat = { userId: UserId; conversationId: ConversationId; cookie: string };

/** Gives everyone of the crowd an account, a session and a place in their conversation: `[conversation][member]`. */
export async function populate(db: Db, crowd: Crowd): Promise<Seat[][]> {
  const rows: Seat[][] = [];
  for (let conversation = 0; conversation < crowd.conversations; conversation++)
    rows.push(await addConversation(db, crowd.members));
  return rows;
}

async function addConversation(db: Db, members: number) {
  const conversationId = newId<ConversationId>();
  const people = Array.from({ length: members }, () => ({
    userId: newId<UserId>(),
    token: randomBytes(32).toString("base64url"),
  }));
  const createdBy = people[0]?.userId;
  if (!createdBy) throw new Error("a conversation needs somebody in it");

  await db
    .insertInto("users")
    .values(
      people.map(({ userId }) => ({ id: userId, username: userId, username_key: userId, display_name: "Someone" })),
    )
    .execute();
  await db
    .insertInto("sessions")
    .values(
      people.map(({ userId, token }) => ({
        id: newId<SessionId>(),
        user_id: userId,
        token_hash: createHash("sha256").update(token).digest(),
        device: "bench",
        place: "",
        expires_at: new Date(Date.now() + 86_400_000),
      })),
    )
    .execute();
  await db
    .insertInto("conversations")
    .values({ id: conversationId, kind: "group", rev: 1, created_by: createdBy })
    .execute();
  await db
    .insertInto("members")
    .values(
      people.map(({ userId }) => ({
        conversation_id: conversationId,
        user_id: userId,
        role: "member" as const,
        rev: 1,
      })),
    )
    .execute();
  return people.map(({ userId, token }): Seat => ({ userId, conversationId, cookie: `parley_session=${token}` }));
}
