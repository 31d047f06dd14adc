import type { MessageId, MessageRow } from "@parley/schema";

/** The address of a message in its conversation, with what led there, so that going on from it is possible. */
export function hitAddress({ conversationId, seq, id }: Pick<MessageRow, "conversationId" | "seq" | "id">, q: string) {
  return `/c/${conversationId}?${new URLSearchParams({ ...(q && { q }), at: `${seq}.${id}` })}`;
}

/** Where such an address leads. */
export function parseHit(at: string | undefined): { seq: number; id: MessageId } | undefined {
  const [, seq, id] = /^(\d{1,9})\.([0-9a-f-]{36})$/.exec(at ?? "") ?? [];
  return seq && id ? { seq: Number(seq), id: id as MessageId } : undefined;
}
