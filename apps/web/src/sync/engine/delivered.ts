import { AppError, type ConversationId, type ConversationKind } from "@parley/schema";
import type { Api } from "../api/types.ts";
import { inLocalConversation } from "../store/apply-changes.ts";
import { keepMarks } from "../store/apply-rows.ts";
import type { LocalDb } from "../store/db.ts";
import { isLeft } from "../store/rows.ts";

const batchMs = 1_000;
const mostAtOnce = 100;
/** In a bigger group nobody reads who has received what, and every message would cost a request from everyone. */
const mostMembers = 32;

const passing = new Set<AppError["code"]>(["unavailable", "rate_limited", "internal"]);

/** Nobody else has one's own notes, and in a channel nobody learns what others received. */
const hasTicks = (kind: ConversationKind) => kind === "direct" || kind === "group";

export type Delivered = {
  note(ids: Iterable<ConversationId>): void;
  /** The server is reached again: what could not be told is told now. */
  again(): void;
  stop(): void;
};

/** Tells the API what has arrived on this device: a mark per conversation, some at a time. */
export function createDelivered(api: Api, db: LocalDb): Delivered {
  const noted = new Set<ConversationId>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function tell() {
    timer = undefined;
    const marks: { conversationId: ConversationId; deliveredSeq: number }[] = [];
    for (const id of [...noted].slice(0, mostAtOnce)) {
      noted.delete(id);
      const it = await db.get("conversations", id);
      if (!it || isLeft(it) || it.cursor === 0 || it.memberCount > mostMembers || !hasTicks(it.row.kind)) continue;
      const seq = it.row.lastSeq;
      // One's own message needs no mark; what came after it, in a thread, does.
      const isOwn = it.preview?.senderId === it.me.userId && it.preview.seq === seq;
      if (seq > Math.max(it.me.deliveredSeq, it.me.readSeq) && !isOwn)
        marks.push({ conversationId: id, deliveredSeq: seq });
    }
    if (!marks.length) return;
    try {
      await api.sync.mark.mutate({ marks });
    } catch (error) {
      // Lost with the network, not refused: it stays to be told.
      if (error instanceof AppError && passing.has(error.code))
        for (const { conversationId } of marks) noted.add(conversationId);
      throw error;
    }
    for (const { conversationId, deliveredSeq } of marks) {
      await inLocalConversation(db, conversationId, async (tx, it, touched) => {
        await keepMarks(tx, it, [{ userId: it.me.userId, readSeq: 0, deliveredSeq }], touched);
        return "applied";
      });
    }
  }

  const note = (ids: Iterable<ConversationId>) => {
    for (const id of ids) noted.add(id);
    if (noted.size) timer ??= setTimeout(() => void tell().catch(() => undefined), batchMs);
  };

  return {
    note,
    again: () => note([]),
    stop: () => clearTimeout(timer),
  };
}
