import type { Db } from "@parley/db";
import type { ConversationId, MessageId, PinRow, UserId } from "@parley/schema";
import { sql } from "kysely";
import type { ConversationTx } from "../conversations/in-conversation.ts";
import { isAlive, type Reader } from "./readable-messages.ts";
import type { MessageRecord } from "./wire-row.ts";

type PinRecord = {
  conversation_id: ConversationId;
  message_id: MessageId;
  seq: number;
  pinned_by: UserId;
  is_removed: boolean;
  rev: number;
};

export function toPinRow(row: PinRecord): PinRow {
  return {
    conversationId: row.conversation_id,
    messageId: row.message_id,
    seq: row.seq,
    pinnedBy: row.pinned_by,
    isRemoved: row.is_removed,
    rev: row.rev,
  };
}

/** Pins on what this user may read, that changed between two revs; a device that has none need not hear of removed ones. */
export async function changedPins(db: Db, reader: Reader, from: number, to: number): Promise<PinRow[]> {
  const rows = await readablePins(db, reader)
    .where("pins.rev", ">", from)
    .where("pins.rev", "<=", to)
    .$if(from === 0, (query) => query.where("pins.is_removed", "=", false))
    .orderBy("pins.rev")
    .orderBy("messages.seq")
    .execute();
  return rows.map(toPinRow);
}

export function readablePins(db: Db, { userId, conversationId, now }: Reader) {
  return (
    db
      .selectFrom("pins")
      .innerJoin("messages", "messages.id", "pins.message_id")
      .innerJoin("members", (join) =>
        join.on("members.user_id", "=", userId).onRef("members.conversation_id", "=", "pins.conversation_id"),
      )
      .select([
        "pins.conversation_id",
        "pins.message_id",
        "messages.seq",
        "pins.pinned_by",
        "pins.is_removed",
        "pins.rev",
      ])
      .where("pins.conversation_id", "=", conversationId)
      .where("pins.hidden_from", "is distinct from", userId)
      .where("members.left_at", "is", null)
      .where(sql<boolean>`messages.seq <@ members.visible`)
      // That it was taken down is news also of a message that is gone.
      .where((it) => it.or([it("pins.is_removed", "=", true), isAlive(now)(it)]))
  );
}

/** Takes the message out of the bar; tells nobody of one that was not in it. */
export async function removePin(tx: ConversationTx, { id, seq }: Pick<MessageRecord, "id" | "seq">): Promise<boolean> {
  const removed = await tx.db
    .updateTable("pins")
    .set({ is_removed: true, rev: tx.rev })
    .where("message_id", "=", id)
    .where("is_removed", "=", false)
    .returningAll()
    .executeTakeFirst();
  if (removed) tx.changed({ pins: [toPinRow({ ...removed, seq })] });
  return removed !== undefined;
}
