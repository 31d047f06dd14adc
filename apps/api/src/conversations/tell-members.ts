import type { MemberRow } from "@parley/schema";
import { listPeople } from "../people/list-people.ts";
import type { ConversationTx } from "./in-conversation.ts";

/**
 * Tells who came or went. In a channel that is for those who keep it to ask: of its subscribers nobody is told,
 * and `wasStaff` says that a plain row is news all the same.
 */
export async function tellMembers(tx: ConversationTx, rows: MemberRow[], wasStaff = false): Promise<void> {
  const told = tx.conversation.kind === "channel" && !wasStaff ? rows.filter((row) => row.role !== "member") : rows;
  if (told.length < rows.length) tx.conversationChanged();
  if (told.length === 0) return;
  tx.changed(
    { members: told },
    await listPeople(
      tx.db,
      told.map((row) => row.userId),
    ),
  );
}
