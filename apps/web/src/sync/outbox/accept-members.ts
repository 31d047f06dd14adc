import type { ConversationRow, UserId } from "@parley/schema";
import { keepMembers } from "../store/apply-rows.ts";
import { type CacheTx, inConversationRange } from "../store/db.ts";
import type { LocalConversation } from "../store/rows.ts";
import type { Touched } from "../store/touched.ts";
import { changedMembers } from "./changed-members.ts";
import type { Stored } from "./command.ts";

/** Of a new group the answer is its head. */
export type MembersAnswer = { rev?: number; conversation?: ConversationRow; notAdded?: UserId[] };
export type KeepMembers = typeof keepMembersOf;

/** Who is in it by the server's answer, until its own rows come; when the cursor is past it, they have come. */
export async function keepMembersOf(
  tx: CacheTx,
  it: LocalConversation,
  command: Stored,
  { conversation, rev = conversation?.rev ?? 0, notAdded }: MembersAnswer,
  touched: Touched,
): Promise<void> {
  // Of a channel's subscribers a device holds but a few.
  if (rev <= it.cursor || it.row.kind === "channel") return;
  const rows = await tx.objectStore("members").getAll(inConversationRange(it.id));
  const changed = changedMembers(rows, command, command.at).filter(
    (row) => row.rev < rev && !notAdded?.includes(row.userId),
  );
  // Of a group made just now nothing is here but that this user is in it.
  return keepMembers(tx, it, rows.length > 0 ? changed : [it.me, ...changed], touched);
}
