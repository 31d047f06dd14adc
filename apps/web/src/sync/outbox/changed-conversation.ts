import type { ConversationRow } from "@parley/schema";
import type { CommandInputs } from "./command.ts";

/** The row as an update will have it: what is given is changed, the other settings stay. */
export function changedConversation(
  row: ConversationRow,
  update: CommandInputs["updateConversation"],
): ConversationRow {
  const { conversationId: _, settings, ...looks } = update;
  const given = Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
  return { ...row, ...given, settings: { ...row.settings, ...settings } };
}
