import { AppError, type FileId } from "@parley/schema";
import { type LocalDb, orAbort } from "../store/db.ts";
import type { Touched } from "../store/touched.ts";
import { failUpload } from "./fail-upload.ts";
import { sendBytes } from "./send-bytes.ts";
import { endOnServer } from "./tus.ts";
import type { Upload } from "./upload.ts";

/** What uploading needs; the page and the service worker bring the same. */
export type Porter = {
  db: LocalDb;
  locks: LockManager;
  /** [O10] One uploader at a time on this device, whoever it is. */
  lockName: string;
  origin: string;
  fetch: typeof globalThis.fetch;
  now(): number;
  tell(touched: Touched): void;
  /** It is this one who uploads now. */
  begun?(): void;
  /** Of a page that is left: whoever comes next asks the server how far it came. */
  signal?: AbortSignal;
};

/** As of a flush: what became of what waited, and when something that was told to wait may go on. */
export type Uploaded = {
  stopped: "empty" | "unreachable" | "signed-out";
  accepted: number;
  refused: number;
  retryAt: number | null;
};

const filesAtOnce = 3;
const lookAgainMs = 300;
const mostFaults = 8;
/** A wait longer than any we set comes from a clock that was turned back. */
const longestWait = 3_600_000;

/** Uploads what waits, and takes back from the server what was cancelled, until nothing is left that may go now. */
export function uploadFiles(porter: Porter): Promise<Uploaded> {
  return porter.locks.request(porter.lockName, () => {
    porter.begun?.();
    return drain(porter);
  });
}

async function drain(porter: Porter): Promise<Uploaded> {
  const uploaded: Uploaded = { stopped: "empty", accepted: 0, refused: 0, retryAt: null };
  const busy = new Map<FileId, Promise<void>>();
  for (;;) {
    if (uploaded.stopped === "empty" && !porter.signal?.aborted) {
      uploaded.retryAt = null;
      for (const upload of await porter.db.getAll("uploads")) {
        const { fileId, state, notBefore } = upload;
        if ((state !== "waiting" && state !== "cancelled") || busy.has(fileId)) continue;
        if (notBefore > porter.now() && notBefore < porter.now() + longestWait)
          uploaded.retryAt = Math.min(uploaded.retryAt ?? notBefore, notBefore);
        else if (busy.size < filesAtOnce)
          busy.set(
            fileId,
            carry(porter, upload, uploaded).finally(() => busy.delete(fileId)),
          );
      }
    }
    if (!busy.size) return uploaded;
    // A picture that is sent meanwhile does not wait for the end of a film.
    await Promise.race([...busy.values(), new Promise((resolve) => setTimeout(resolve, lookAgainMs))]);
  }
}

async function carry(porter: Porter, upload: Upload, uploaded: Uploaded): Promise<void> {
  try {
    if (upload.state === "cancelled") await takeBack(porter, upload);
    else if (await sendBytes(porter, upload)) uploaded.accepted++;
  } catch (error) {
    if (porter.signal?.aborted) return;
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_signed_in") uploaded.stopped = "signed-out";
    else if (error.code === "unavailable") uploaded.stopped = "unreachable";
    else if (error.code === "rate_limited" || (error.code === "internal" && upload.faults + 1 < mostFaults))
      await postpone(porter, upload.fileId, error);
    else {
      await failUpload(porter, upload.fileId, error);
      uploaded.refused++;
    }
  }
}

async function takeBack(porter: Porter, { fileId, wasTried }: Upload): Promise<void> {
  if (wasTried) await endOnServer(porter, fileId);
  await porter.db.delete("uploads", fileId);
  await porter.db.delete("bytes", fileId);
}

async function postpone({ db, now }: Porter, fileId: FileId, error: AppError): Promise<void> {
  const isFault = error.code === "internal";
  const tx = db.transaction("uploads", "readwrite");
  await orAbort(tx, async () => {
    const upload = await tx.store.get(fileId);
    if (!upload) return;
    const ms = isFault ? 500 * 2 ** upload.faults : (error.retryAfter ?? 1) * 1_000;
    await tx.store.put({ ...upload, notBefore: now() + ms, faults: upload.faults + Number(isFault) });
  });
}
