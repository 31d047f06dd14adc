import "fake-indexeddb/auto";
import { applyPulled } from "../store/apply-changes.ts";
import { applyHeads } from "../store/apply-start.ts";
import { inConversationRange, type LocalDb, openLocalDb } from "../store/db.ts";
import type { HeldMessage, LocalConversation } from "../store/rows.ts";
import type { ModelServer } from "./model-server.ts";

export type ModelDevice = {
  name: string;
  db: LocalDb;
  local(): Promise<LocalConversation>;
  rows(): Promise<HeldMessage[]>;
  catchUp(): Promise<void>;
};

let count = 0;
export const events = { onOutdated: () => undefined, onLost: () => undefined };

/** A device's copy of the model's conversation, known so far by its head. */
export async function makeModelDevice(server: ModelServer): Promise<ModelDevice> {
  const name = `model${++count}`;
  const device: ModelDevice = {
    name,
    db: await openLocalDb(name, events),
    local: async () => (await device.db.get("conversations", server.id))!,
    async rows() {
      const rows = await device.db.getAll("messages", inConversationRange(server.id));
      for (const row of rows) row.reactions?.sort((a, b) => a.rev - b.rev);
      return rows;
    },
    /** Pulls until nothing is missing, as the queue does. */
    async catchUp() {
      await applyHeads(device.db, [server.head()], []);
      for (let i = 0; i < 1_000; i++) {
        const it = await device.local();
        if (it.cursor >= server.rev()) return;
        await applyPulled(device.db, server.pull(it.cursor, it.held), it.held);
      }
      throw new Error("Pulling does not come to an end.");
    },
  };
  await applyHeads(device.db, [server.head()], []);
  return device;
}
