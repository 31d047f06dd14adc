import type { ConversationRow } from "@parley/schema";
import type { Command } from "./command.ts";

type Change = Extract<Command, { type: "updateConversation" | "setExpiry" }>;

/** The row as the command will have it: what is given is changed, the other settings stay. */
export function changedConversation(row: ConversationRow, { type, input }: Change): ConversationRow {
  if (type === "setExpiry") {
    const { expiresAfter, expiryStarts } = input;
    return { ...row, settings: { ...row.settings, expiresAfter, expiryStarts } };
  }
  const { conversationId: _, settings, ...looks } = input;
  const given = Object.fromEntries(Object.entries(looks).filter(([, value]) => value !== undefined));
  return { ...row, ...given, settings: { ...row.settings, ...settings } };
}
