import { AppError, type FileId } from "@parley/schema";
import { orAbort } from "../store/db.ts";
import { nothingTouched } from "../store/touched.ts";
import { append, askOffset, begin } from "./tus.ts";
import type { Upload } from "./upload.ts";
import type { Porter } from "./upload-files.ts";

/** A piece is as long as the line carries in about a second, so that little is said twice, and a pause is one. */
const piece = { first: 262_144, least: 65_536, most: 8_388_608, ms: 1_000 };
/** So often a server may forget an upload before that is an error. */
const mostLosses = 3;

/** Brings a file to the server from where it stopped. False when somebody paused it or took it back. */
export async function sendBytes(porter: Porter, { fileId, name, wasTried }: Upload): Promise<boolean> {
  const blob = await porter.db.get("bytes", fileId);
  if (!blob) throw unreadable();
  let sent = wasTried ? await askOffset(porter, fileId) : null;
  let length = piece.first;
  let losses = 0;
  for (;;) {
    if (!(await note(porter, fileId, sent ?? 0, blob.size))) return false;
    if (sent === blob.size) return true;
    if (sent === null) {
      if (losses++ > mostLosses) throw new AppError("internal", "internal", "");
      sent = await begin(porter, { fileId, name, size: blob.size });
      continue;
    }
    const bytes = await blob
      .slice(sent, sent + length)
      .arrayBuffer()
      .catch(() => {
        throw unreadable();
      });
    const began = performance.now();
    sent = await append(porter, fileId, sent, bytes);
    const ms = Math.max(1, performance.now() - began);
    const next = length * Math.min(2, Math.max(0.5, piece.ms / ms));
    length = Math.round(Math.min(piece.most, Math.max(piece.least, next)));
  }
}

/** Keeps how far it came; false when it is not to go on. */
async function note({ db, tell }: Porter, fileId: FileId, sent: number, size: number): Promise<boolean> {
  const isDone = sent === size;
  const tx = db.transaction("uploads", "readwrite");
  const goesOn = await orAbort(tx, async () => {
    const upload = await tx.store.get(fileId);
    if (upload?.state !== "waiting") return false;
    await tx.store.put({ ...upload, sent, wasTried: true, faults: 0, ...(isDone && { state: "done" as const }) });
    return true;
  });
  // A message may leave with the last of its files.
  if (goesOn) tell({ ...nothingTouched(), uploads: true, outbox: isDone });
  return goesOn;
}

/** The browser let go of it, or it was changed on the disk. */
const unreadable = () => new AppError("gone", "file_unfinished", "");
