import { foldUsername, type MessageDetails, type UserId } from "@parley/schema";

/** Whom a message means by a name after an @; nobody where it means none. */
export function mentioned(of: Pick<MessageDetails, "mentions"> | undefined, name: string): UserId | undefined {
  const folded = foldUsername(name);
  return of?.mentions?.find((it) => foldUsername(it.username) === folded)?.userId;
}
