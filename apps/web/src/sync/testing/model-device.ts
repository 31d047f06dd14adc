import "fake-indexeddb/auto";
import { applyPulled } from "../store/apply-changes.ts";
import { applyHeads } from "../store/apply-start.ts";
import { inConversationRange, openLocalDb } from "../store/db.ts";
import type { ModelServer } from "./model-server.ts";

let count = 0;
export const events = { onOutdated: () => undefined, onLost: () => undefined };

/** A device's copy of the model's conversation, known so far by its head. */
export async function makeModelDevice(server: ModelServer) {
  const db = await openLocalDb(`model${++count}`, events);
  await applyHeads(db, [server.head()], []);
  const local = async () => (await db.get("conversations", server.id))!;
  return {
    name: `model${count}`,
    db,
    local,
    rows: () => db.getAll("messages", inConversationRange(server.id)),
    /** Pulls until nothing is missing, as the queue does. */
    async catchUp() {
      await applyHeads(db, [server.head()], []);
      for (let i = 0; i < 1_000; i++) {
        const it = await local();
        if (it.cursor >= server.rev()) return;
        await applyPulled(db, server.pull(it.cursor, it.held), it.held);
      }
      throw new Error("Pulling does not come to an end.");
    },
  };
}
