import type { Db } from "@parley/db";
import type { MessageRow, Person, UserId } from "@parley/schema";
import { personColumns, toPerson } from "./person.ts";

/**
 * The people behind these ids, so that a device never shows a nameless one: as the viewer may see them, or without one,
 * for what is told to many, as everyone may.
 */
export async function listPeople(
  db: Db,
  ids: Iterable<UserId | null | undefined>,
  viewer: UserId | null = null,
): Promise<Person[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null && id !== undefined);
  if (wanted.length === 0) return [];
  const rows = await db.selectFrom("users").select(personColumns(viewer)).where("users.id", "in", wanted).execute();
  return rows.map(toPerson);
}

/** Everyone a message names: who sent it, whom it mentions, who answered in its thread, and whom its event is about. */
export function* namedIn(messages: MessageRow[]): Iterable<UserId> {
  for (const { senderId, event, thread, mentions = [] } of messages) {
    yield senderId;
    for (const { userId } of mentions) yield userId;
    if (thread) yield* thread.replierIds;
    if (!event) continue;
    if ("userIds" in event) yield* event.userIds;
    if ("userId" in event) yield event.userId;
  }
}
