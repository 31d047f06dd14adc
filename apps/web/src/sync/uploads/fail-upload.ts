import type { AppError, FileId } from "@parley/schema";
import { type Stored, uploadsOf } from "../outbox/command.ts";
import { orAbort, writeOutbox } from "../store/db.ts";
import { nothingTouched } from "../store/touched.ts";
import { isOfDraft } from "./upload.ts";
import type { Porter } from "./upload-files.ts";

/** [O10] The server will never take this file: that is why its message was not sent, or its pack not made. A draft waits for its author. */
export async function failUpload({ db, tell }: Porter, fileId: FileId, error: AppError): Promise<void> {
  const failure = { code: error.code, reason: error.reason, sentence: error.message };
  const tx = writeOutbox(db);
  await orAbort(tx, async () => {
    const upload = await tx.objectStore("uploads").get(fileId);
    if (!upload || upload.state === "cancelled") return void (await tx.objectStore("uploads").delete(fileId));
    await tx.objectStore("uploads").put({ ...upload, state: "failed", failure, faults: 0 });
    for (const command of (await tx.objectStore("outbox").getAll()) as Stored[])
      if (uploadsOf(command) === upload.messageId && !isOfDraft(upload))
        await tx.objectStore("outbox").put({ ...command, state: "failed", failure });
  });
  tell({ ...nothingTouched(), outbox: true, uploads: true });
}
