import { type ConversationId, directConversationId, type UserId } from "@parley/schema";
import { type Actor, demoCast } from "./cast.ts";
import type { Random } from "./random.ts";
import type { Story } from "./story.ts";

export function conversationIdOf({ kind, members, number }: Story): Promise<ConversationId> {
  if (kind === "group" || kind === "channel")
    return Promise.resolve(`018f0000-0000-7000-8000-00000000c${number.toString().padStart(3, "0")}` as ConversationId);
  return directConversationId(idOf(members[0]), idOf(members[1] ?? members[0]));
}

export const idOf = (who: Actor | undefined): UserId => demoCast[who ?? "elin"].id;

/** A UUIDv7 of that moment, with random bits that are the same in every demo. */
export function idAt<T extends string>(at: Date, random: Random): T {
  const time = at.getTime().toString(16).padStart(12, "0");
  const some = (digits: number) =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${some(3)}-8${some(3)}-${some(6)}${some(6)}` as T;
}
