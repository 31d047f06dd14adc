import { type FileId, newId } from "@parley/schema";
import { type LocalDb, orAbort, writeOutbox } from "../store/db.ts";
import { addUploads, adoptUploads, takeBackUploads } from "../uploads/keep-uploads.ts";
import { isOfDraft, type Outgoing } from "../uploads/upload.ts";
import { collapse } from "./collapse.ts";
import {
  type Command,
  conversationOfCommand,
  newCommand,
  type OutboxCommand,
  type Stored,
  uploadsOf,
} from "./command.ts";

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
    const fresh = newCommand(command, newId(now), now, now + settleMs(command));
    const { remove, change, add } = collapse(waiting, fresh);
    for (const n of remove) await outbox.delete(n);
    for (const { n, type, input } of waiting)
      if (type === "sendMessage" && remove.includes(n)) await takeBackUploads(tx, input.messageId);
    for (const changed of change) await outbox.put(changed);
    if (add) await outbox.add(add);
    const messageId = uploadsOf(command);
    if (!messageId) return add ?? change[0] ?? fresh;
    const message = { messageId, conversationId: conversationOfCommand(command) };
    await addUploads(tx, message, files);
    // A draft keeps its own books: what it no longer names was sent, or was taken out.
    if (isOfDraft(message)) return add ?? change[0] ?? fresh;
    await adoptUploads(tx, message, attachmentsOf(command));
    // What was scheduled and is sent now goes on under the same id.
    const isSent = waiting.some((it) => it.type === "sendMessage" && it.input.messageId === messageId);
    if (command.type === "setOwn" && !command.input.value && !isSent) await takeBackUploads(tx, messageId);
    return add ?? change[0] ?? fresh;
  });
}

function attachmentsOf({ type, input }: Command): readonly { fileId: FileId }[] {
  const holder = type === "setOwn" ? input.value : input;
  return (holder as { attachments?: readonly { fileId: FileId }[] } | null)?.attachments ?? [];
}
