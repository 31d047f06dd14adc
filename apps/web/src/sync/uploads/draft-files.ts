import type { ConversationId, DraftFile, FileId } from "@parley/schema";
import type { Engine } from "../engine/engine.ts";
import type { Stored } from "../outbox/command.ts";
import { type LocalDb, orAbort, writeOutbox } from "../store/db.ts";
import { nothingTouched } from "../store/touched.ts";
import type { Draft } from "../types.ts";
import { ownValue } from "../view/own-value.ts";
import { addUploads, keepBytes } from "./keep-uploads.ts";
import { type Chosen, draftHolder, isOfDraft, type Outgoing, type Upload } from "./upload.ts";

/** Which draft a file is in, and where that is written. */
export type DraftPlace = { key: string; conversationId: ConversationId };
export type DraftFiles = ReturnType<typeof makeDraftFiles>;

/** So long after the draft, which says so, the server is told to erase what was taken out of it. */
const afterDraftMs = 4_000;

/** What the tray of a draft keeps on this device. The draft itself names its files; here are their bytes. */
export function makeDraftFiles(engine: Pick<Engine, "db" | "tell" | "flush" | "makeRoom">) {
  const { db } = engine;
  const changed = () => {
    engine.tell({ ...nothingTouched(), outbox: true, uploads: true });
    engine.flush();
  };
  const withRoom = (work: () => Promise<unknown>) =>
    work().catch(async (error: unknown) => {
      if (!(error instanceof DOMException) || error.name !== "QuotaExceededError") throw error;
      await engine.makeRoom();
      await work();
    });

  return {
    /** Keeps a file as it was chosen, before anything was made of it. */
    choose: (chosen: Chosen) => withRoom(() => db.put("chosen", chosen)),
    /** What was chosen for a draft and is not in it yet. */
    async unfinished({ key }: DraftPlace): Promise<Chosen[]> {
      const chosen = await db.getAllFromIndex("chosen", "key", key);
      return chosen.filter((it) => !it.isDrafted);
    },
    /** What a file of a draft was made of. */
    async chosenAs({ key }: DraftPlace, fileId: FileId): Promise<Chosen | undefined> {
      const chosen = await db.getAllFromIndex("chosen", "key", key);
      return chosen.find((it) => it.fileId === fileId);
    },
    /** Keeps what was made of a file, and begins to upload it. */
    async keep({ key, conversationId }: DraftPlace, id: FileId, file: Outgoing, isOriginal: boolean): Promise<void> {
      await withRoom(() => keepBytes(db, [file]));
      const tx = writeOutbox(db);
      await orAbort(tx, () => addUploads(tx, { messageId: draftHolder(key), conversationId }, [file]));
      const chosen = await db.get("chosen", id);
      if (chosen && !chosen.isDrafted) await db.put("chosen", { ...chosen, fileId: file.fileId, isOriginal });
      changed();
    },
    /** The draft names it now. Only pictures are ever made again. */
    async drafted(id: FileId, picture: Pick<Chosen, "fileId" | "isOriginal"> | undefined): Promise<void> {
      const chosen = picture && (await db.get("chosen", id));
      if (chosen) await db.put("chosen", { ...chosen, ...picture, isDrafted: true });
      else await db.delete("chosen", id);
    },
    /** Forgets what was chosen. */
    async forget(ids: readonly FileId[]): Promise<void> {
      for (const id of ids) await db.delete("chosen", id);
    },
    /** Once more, what the server has refused. */
    async retry(fileId: FileId): Promise<void> {
      const tx = writeOutbox(db);
      const uploads = tx.objectStore("uploads");
      await orAbort(tx, async () => {
        const upload = await uploads.get(fileId);
        if (upload?.state === "failed")
          await uploads.put({ ...upload, state: "waiting", failure: undefined, notBefore: 0 });
      });
      changed();
    },
    /** These were taken out of the draft: the server erases them, as soon as it knows. */
    async letGo({ key, conversationId }: DraftPlace, fileIds: readonly FileId[]): Promise<void> {
      const tx = writeOutbox(db);
      const uploads = tx.objectStore("uploads");
      const unheld: FileId[] = [];
      const blank = { name: "", size: 0, sent: 0, wasTried: true, faults: 0 };
      await orAbort(tx, async () => {
        for (const fileId of fileIds) {
          const upload: Upload = {
            ...((await uploads.get(fileId)) ?? { ...blank, fileId, messageId: draftHolder(key), conversationId }),
            state: "cancelled",
            notBefore: Date.now() + afterDraftMs,
          };
          if (!isOfDraft(upload)) continue;
          await (upload.wasTried ? uploads.put(upload) : uploads.delete(fileId));
          unheld.push(fileId);
        }
      });
      for (const fileId of unheld) await db.delete("bytes", fileId);
      changed();
    },
  };
}

/** Lets go of what drafts no longer name: it was sent, or taken out on another device, which then told the server. */
export async function tidyDrafts(db: LocalDb, now = Date.now()): Promise<void> {
  const uploads = (await db.getAll("uploads")).filter((it) => isOfDraft(it) && it.state !== "cancelled");
  const chosen = (await db.getAll("chosen")).filter((it) => it.isDrafted);
  // Of a copy that is being built anew nobody knows yet what drafts there are.
  if (uploads.length + chosen.length === 0 || !(await db.get("meta", "start"))) return;
  const outbox = (await db.getAll("outbox")) as Stored[];
  const rows = await db.getAll("own");
  const own = new Map(rows.filter((it) => it.kind === "draft").map((it) => [`draft:${it.key}`, it]));
  const names = (key: string, fileId: FileId | undefined) => {
    const draft = ownValue("draft", key, { own, outbox }) as Draft | null;
    return draft?.attachments?.some((it: DraftFile) => it.fileId === fileId) ?? false;
  };
  for (const { id, key, fileId } of chosen) if (!names(key, fileId)) await db.delete("chosen", id);
  for (const { fileId, messageId } of uploads) {
    if (isFresh(fileId, now) || names(messageId.slice(draftHolder("").length), fileId)) continue;
    await db.delete("uploads", fileId);
    await db.delete("bytes", fileId);
  }
}

/** Made not long ago: the draft may be about to name it. Ids begin with the time they were made. */
const isFresh = (id: FileId, now: number) => now - Number.parseInt(id.replace("-", "").slice(0, 12), 16) < 60_000;
