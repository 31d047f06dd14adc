import { type LocalDb, orAbort } from "../store/db.ts";
import type { Stored } from "./command.ts";

/** Sends a refused command again. A reply that waits for a refused message leaves without its quote. */
export function retryCommand(db: LocalDb, commandId: string): Promise<void> {
  return decide(db, commandId, (command) => {
    const again: Stored = { ...command, state: "waiting", failure: undefined, notBefore: 0, faults: 0 };
    if (command.state === "waiting" && again.type === "sendMessage")
      again.input = { ...again.input, replyToId: undefined };
    return again;
  });
}

/** Takes a command back. Replies to a message that is discarded lose their quote. */
export function discardCommand(db: LocalDb, commandId: string): Promise<void> {
  return decide(db, commandId, () => null);
}

async function decide(db: LocalDb, commandId: string, change: (command: Stored) => Stored | null): Promise<void> {
  const tx = db.transaction("outbox", "readwrite", { durability: "strict" });
  await orAbort(tx, async () => {
    const waiting = (await tx.store.getAll()) as Stored[];
    const command = waiting.find((it) => it.id === commandId);
    if (!command) return;
    const next = change(command);
    if (next) return void (await tx.store.put(next));
    await tx.store.delete(command.n);
    if (command.type !== "sendMessage") return;
    for (const it of waiting) {
      if (it.type === "sendMessage" && it.input.replyToId === command.input.messageId)
        await tx.store.put({ ...it, input: { ...it.input, replyToId: undefined } });
    }
  });
}
