import { newId } from "@parley/schema";
import { type LocalDb, orAbort, writeOutbox } from "../store/db.ts";
import { addUploads, takeBackUploads } from "../uploads/keep-uploads.ts";
import type { Outgoing } from "../uploads/upload.ts";
import { collapse } from "./collapse.ts";
import { type Command, conversationOfCommand, laneOf, type OutboxCommand, type Stored, uploadsOf } from "./command.ts";

/** Drafts and marks change with every key and every scroll: only what they come to is worth sending. */
function settleMs(command: Command): number {
  if (command.type === "markRead") return 400;
  if (command.type !== "setOwn") return 0;
  return command.input.kind === "organising" || command.input.kind === "folder" ? 100 : 1_500;
}

/** [O1] Puts a command into the outbox, a message with its files. Once this answers it survives a crash. */
export async function enqueue(
  db: LocalDb,
  command: Command,
  now = Date.now(),
  files: readonly Outgoing[] = [],
): Promise<OutboxCommand> {
  const tx = writeOutbox(db);
  const outbox = tx.objectStore("outbox");
  return orAbort(tx, async () => {
    const waiting = (await outbox.getAll()) as Stored[];
    const fresh: OutboxCommand = {
      ...command,
      id: newId(now),
      lane: laneOf(command),
      at: new Date(now).toISOString(),
      state: "waiting",
      wasTried: false,
      faults: 0,
      notBefore: now + settleMs(command),
    };
    const { remove, change, add } = collapse(waiting, fresh);
    for (const n of remove) await outbox.delete(n);
    for (const { n, type, input } of waiting)
      if (type === "sendMessage" && remove.includes(n)) await takeBackUploads(tx, input.messageId);
    for (const changed of change) await outbox.put(changed);
    if (add) await outbox.add(add);
    const messageId = uploadsOf(command);
    if (messageId) await addUploads(tx, { messageId, conversationId: conversationOfCommand(command) }, files);
    if (messageId && command.type === "setOwn" && !command.input.value) await takeBackUploads(tx, messageId);
    return add ?? change[0] ?? fresh;
  });
}
