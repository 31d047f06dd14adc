import { newId } from "@parley/schema";
import { type LocalDb, orAbort, writeOutbox } from "../store/db.ts";
import { resumeUploads, takeBackUploads } from "../uploads/keep-uploads.ts";
import { newCommand, type Stored, uploadsOf } from "./command.ts";

/** Sends a refused command again. A reply that waits for a refused message leaves without its quote. */
export function retryCommand(db: LocalDb, commandId: string): Promise<void> {
  return decide(db, commandId, (command) => {
    const again: Stored = { ...command, state: "waiting", failure: undefined, notBefore: 0, faults: 0 };
    if (command.state === "waiting" && again.type === "sendMessage")
      again.input = { ...again.input, replyToId: undefined };
    return again;
  });
}

/** Takes a command back. Replies to a message that is discarded lose their quote. The server is told of what it may have. */
export function discardCommand(db: LocalDb, commandId: string, now = Date.now()): Promise<void> {
  return decide(db, commandId, () => null, now);
}

async function decide(
  db: LocalDb,
  commandId: string,
  change: (command: Stored) => Stored | null,
  now = Date.now(),
): Promise<void> {
  const tx = writeOutbox(db);
  const outbox = tx.objectStore("outbox");
  await orAbort(tx, async () => {
    const waiting = (await outbox.getAll()) as Stored[];
    const command = waiting.find((it) => it.id === commandId);
    if (!command) return;
    const next = change(command);
    if (next) await outbox.put(next);
    else await outbox.delete(command.n);
    const messageId = uploadsOf(command);
    if (!messageId) return;
    if (next) return resumeUploads(tx, messageId);
    await takeBackUploads(tx, messageId);
    if (command.type === "sendMessage" && command.wasTried) {
      const { conversationId } = command.input;
      await outbox.add(newCommand({ type: "deleteMessage", input: { conversationId, messageId } }, newId(now), now));
    }
    for (const it of waiting) {
      if (it.type === "sendMessage" && it.input.replyToId === messageId)
        await outbox.put({ ...it, input: { ...it.input, replyToId: undefined } });
    }
  });
}
