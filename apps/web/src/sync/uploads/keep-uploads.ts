import { type ConversationId, type FileId, type MessageId, newId } from "@parley/schema";
import { type CacheTx, type LocalDb, type OutboxTx, orAbort } from "../store/db.ts";
import { isOfDraft, type Outgoing } from "./upload.ts";

/**
 * Writes the bytes of files before the message that they go with: long ones take seconds, for which nothing else may
 * wait. Of a message that was then not written they go again.
 */
export async function keepBytes(db: LocalDb, files: readonly Outgoing[]): Promise<void> {
  try {
    for (const { fileId, blob } of files) {
      const tx = db.transaction("bytes", "readwrite", { durability: "strict" });
      await orAbort(tx, () => tx.store.put(blob, fileId));
    }
  } catch (error) {
    for (const { fileId } of files) await db.delete("bytes", fileId).catch(() => undefined);
    throw error;
  }
}

/** [O10] With the message: from here on its files are on their way. */
export async function addUploads(
  tx: OutboxTx,
  { conversationId, messageId }: { conversationId: ConversationId | null; messageId: MessageId },
  files: readonly Outgoing[],
): Promise<void> {
  for (const { fileId, name, blob } of files)
    await tx.objectStore("uploads").put({
      fileId,
      messageId,
      conversationId,
      name,
      size: blob.size,
      sent: 0,
      state: "waiting",
      wasTried: false,
      faults: 0,
      notBefore: 0,
    });
}

/** [O10] What stood in a draft goes with this message: its files are on their way already, or there. */
export async function adoptUploads(
  tx: OutboxTx,
  { conversationId, messageId }: { conversationId: ConversationId | null; messageId: MessageId },
  attachments: readonly { fileId: FileId }[],
): Promise<void> {
  const uploads = tx.objectStore("uploads");
  for (const { fileId } of attachments) {
    const upload = await uploads.get(fileId);
    if (upload && isOfDraft(upload)) await uploads.put({ ...upload, messageId, conversationId });
  }
}

/** [O10] The message was taken back: so are its files, as soon as the server knows it too. */
export async function takeBackUploads(tx: OutboxTx, messageId: MessageId): Promise<void> {
  const uploads = tx.objectStore("uploads");
  for (const upload of await uploads.index("message").getAll(messageId))
    await uploads.put({ ...upload, state: "cancelled", notBefore: 0 });
}

/** The server has the message. The bytes stay for a while: they are shown until the server's own picture is here. */
export async function endUploads(tx: CacheTx, messageId: MessageId): Promise<void> {
  const uploads = tx.objectStore("uploads");
  for (const fileId of await uploads.index("message").getAllKeys(messageId)) await uploads.delete(fileId);
}

/** Uploads of a message that are to go on, or to begin again when the server has lost them. */
export async function resumeUploads(tx: OutboxTx, messageId: MessageId, isLost = false): Promise<void> {
  const uploads = tx.objectStore("uploads");
  for (const upload of await uploads.index("message").getAll(messageId)) {
    if (upload.state === "cancelled" || (upload.state === "done" && !isLost)) continue;
    await uploads.put({ ...upload, state: "waiting", failure: undefined, notBefore: 0, ...(isLost && { sent: 0 }) });
  }
}

export async function pauseUploads(tx: OutboxTx, messageId: MessageId): Promise<void> {
  const uploads = tx.objectStore("uploads");
  for (const upload of await uploads.index("message").getAll(messageId))
    if (upload.state === "waiting") await uploads.put({ ...upload, state: "paused" });
}

/** The messages that wait for a file of theirs. */
export async function unfinishedMessages(db: LocalDb): Promise<Set<MessageId>> {
  const uploads = await db.getAll("uploads");
  return new Set(uploads.filter((it) => it.state !== "done" && it.state !== "cancelled").map((it) => it.messageId));
}

/** Drops the bytes of files that are not on their way, and were sent longer ago than this. */
export async function tidyBytes(db: LocalDb, now: number, keptMs = 3_600_000): Promise<void> {
  const tx = db.transaction(["uploads", "bytes"], "readwrite");
  await orAbort(tx, async () => {
    const uploads = new Map((await tx.objectStore("uploads").getAll()).map((it) => [it.fileId, it.state]));
    // Ids begin with the time they were made.
    const old = newId(now - keptMs);
    for (const fileId of await tx.objectStore("bytes").getAllKeys()) {
      const isGone = uploads.get(fileId) === "cancelled" || (fileId < old && !uploads.has(fileId));
      if (isGone) await tx.objectStore("bytes").delete(fileId);
    }
  });
}
