import { createHash, randomBytes } from "node:crypto";
import type { Db } from "@parley/db";
import { type ConversationId, newId, type SessionId, type UserId } from "@parley/schema";
import type { Crowd } from "../support/chat-server.ts";

/** Somebody with a session. */
export type Person = { userId: UserId; token: string };
export type Seat = Person & { conversationId: ConversationId };

/** Gives everyone of the crowd an account, a session and a place in their conversation: `[conversation][member]`. */
export async function populate(db: Db, crowd: Crowd): Promise<Seat[][]> {
  const rows: Seat[][] = [];
  for (let conversation = 0; conversation < crowd.conversations; conversation++) {
    const people = await addPeople(db, crowd.members);
    const conversationId = await addConversation(db, people, "Bench");
    rows.push(people.map((it) => ({ ...it, conversationId })));
  }
  return rows;
}

export async function addPeople(db: Db, count: number): Promise<Person[]> {
  const people = Array.from({ length: count }, () => ({
    userId: newId<UserId>(),
    token: randomBytes(32).toString("base64url"),
  }));
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
  return people;
}

export async function addConversation(db: Db, people: Person[], title: string): Promise<ConversationId> {
  const conversationId = newId<ConversationId>();
  const createdBy = people[0]?.userId;
  if (!createdBy) throw new Error("a conversation needs somebody in it");
  await db
    .insertInto("conversations")
    .values({ id: conversationId, kind: "group", title, rev: 1, created_by: createdBy })
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
  return conversationId;
}

export const cookieOf = ({ token }: Person) => `parley_session=${token}`;
