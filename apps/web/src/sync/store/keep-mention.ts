import type { MessageRow } from "@parley/schema";
import type { CacheTx } from "./db.ts";
import type { LocalConversation } from "./rows.ts";

/** Notes that a message names this user, or no longer does. Whom one has blocked calls nobody. */
export async function keepMention(tx: CacheTx, it: LocalConversation, row: MessageRow): Promise<void> {
  const me = it.me.userId;
  const known = (it.mentions ?? []).filter((seq) => seq !== row.seq && seq > it.me.readSeq);
  const isMeant = row.mentionsAll === true || Boolean(row.mentions?.some((mention) => mention.userId === me));
  const calls = isMeant && row.seq > it.me.readSeq && row.senderId !== me && !row.deletedAt;
  if (!calls && !it.mentions?.includes(row.seq)) return;
  const isBlocked = calls && Boolean((await tx.objectStore("own").get(["block", row.senderId]))?.value);
  it.mentions = calls && !isBlocked ? [...known, row.seq].sort((a, b) => a - b) : known;
}
