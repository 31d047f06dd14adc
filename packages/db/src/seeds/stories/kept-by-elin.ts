import { type OrganisingField, organisingKey } from "@parley/schema";
import { demoCast } from "../cast.ts";
import { conversationIdOf } from "../ids.ts";
import type { OwnRecord } from "../records.ts";
import type { Story } from "../story.ts";
import { ferryTerminal } from "./ferry-terminal.ts";
import { kitchen } from "./kitchen.ts";

/** How Elin keeps her conversations in order, and whom she keeps. */
export async function keptByElin(): Promise<OwnRecord[]> {
  const user_id = demoCast.elin.id;
  const contacts = {
    [demoCast.jonas.id]: { note: "Has the old quay drawings.", isFavourite: true },
    [demoCast.lan.id]: { name: "Lan 🌿" },
  };
  return [
    await organised(ferryTerminal, "pin", 0),
    await organised(kitchen, "mute", "changed"),
    ...Object.entries(contacts).map(([key, value]) => ({ user_id, kind: "contact" as const, key, value })),
  ];
}

async function organised(story: Story, field: OrganisingField, value: unknown): Promise<OwnRecord> {
  const key = organisingKey(await conversationIdOf(story), field);
  return { user_id: demoCast.elin.id, kind: "organising", key, value };
}
