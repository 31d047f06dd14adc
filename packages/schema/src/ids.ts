type Id<Name extends string> = string & { readonly __id: Name };

export type UserId = Id<"user">;
export type ConversationId = Id<"conversation">;
export type MessageId = Id<"message">;
export type SessionId = Id<"session">;
export type InviteId = Id<"invite">;
export type FileId = Id<"file">;
export type FolderId = Id<"folder">;
export type StickerPackId = Id<"stickerPack">;
export type EmojiId = Id<"emoji">;

/** A new UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then random bits. Ids sort by when they were made. */
export function newId<T extends string>(now = Date.now()): T {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes) as T;
}

/**
 * The id of the direct conversation of two users; with oneself, of the saved messages.
 * Both devices can compute it without asking, so the first message can be written offline and two
 * people who write first at the same moment meet in one conversation.
 */
export async function directConversationId(a: UserId, b: UserId): Promise<ConversationId> {
  return (await idFrom(`direct:${[a, b].sort().join(":")}`)) as ConversationId;
}

/** The id of the automatic reply to one sender in one absence: sent again, it is the same message. */
export async function awayReplyId(absenceId: MessageId, senderId: UserId): Promise<MessageId> {
  return (await idFrom(`away:${absenceId}:${senderId}`)) as MessageId;
}

/** UUIDv8 over SHA-256 (RFC 9562 §5.8). */
async function idFrom(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const bytes = new Uint8Array(digest).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return formatUuid(bytes);
}

function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
