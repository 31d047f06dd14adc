import type { ConversationId } from "@parley/schema";
import { type Searched, termsOf } from "@parley/schema/search";

/** The last position a tsvector can tell. */
const lastPlace = 16_383;

/**
 * What a message is found by, as a tsvector. Each word begins with its conversation's key: so the index answers for one
 * conversation of a member at a time, and a word that all the world uses costs no more than the member's own messages.
 */
export function wordsVector(
  conversationId: ConversationId,
  message: Searched & { deletedAt?: unknown },
): string | null {
  const terms = termsOf(message);
  if (!terms) return null;
  const key = conversationKey(conversationId);
  const places = new Map<string, number[]>();
  for (const { word, at } of terms.words) {
    const known = places.get(word);
    const place = Math.min(at + 1, lastPlace);
    if (known) known.push(place);
    else places.set(word, [place]);
  }
  return [
    ...terms.marks.map((mark) => `'${key}${mark}'`),
    ...Array.from(places, ([word, at]) => `'${key}:${word}':${at.join()}`),
  ].join(" ");
}

/** What stands before each word of a conversation; in SQL it is `right(conversation_id::text, 8)`. */
export const conversationKey = (id: ConversationId): string => id.slice(-8);
