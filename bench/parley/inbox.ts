import type { Db } from "@parley/db";
import type { ConversationId } from "@parley/schema";
import { readEverything, writeHistory } from "./history.ts";
import { addConversation, addPeople, type Person } from "./populate.ts";

export type Inbox = { owner: Person; other: Person; conversations: ConversationId[] };

/** Somebody with so many conversations of so many messages, all read; the first is the newest. */
export async function addInbox(db: Db, size: { conversations: number; messages: number }): Promise<Inbox> {
  const people = await addPeople(db, 2);
  const conversations: ConversationId[] = [];
  for (let n = 1; n <= size.conversations; n++)
    conversations.push(await addConversation(db, people, `Conversation ${n}`));
  await writeHistory(db, conversations, size.messages);
  const [owner, other] = people as [Person, Person];
  await readEverything(db, owner.userId);
  return { owner, other, conversations };
}
