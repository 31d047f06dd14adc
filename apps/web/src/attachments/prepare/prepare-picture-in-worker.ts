import { CannotPrepare } from "./cannot-prepare.ts";
import type { MadePicture, PictureJob } from "./make-picture.ts";
import type { PictureAnswer } from "./picture-worker.ts";

/**
 * Off the main thread, and in a worker of its own: when it ends, so does the memory of the unpacked picture. One after
 * the other on a device, because a phone cannot hold several.
 */
export function preparePictureInWorker(job: PictureJob, signal?: AbortSignal): Promise<MadePicture> {
  return navigator.locks.request("parley.prepare", { ...(signal && { signal }) }, () => work(job, signal));
}

function work(job: PictureJob, signal: AbortSignal | undefined): Promise<MadePicture> {
  const worker = new Worker(new URL("./picture-worker.ts", import.meta.url), { type: "module" });
  return new Promise<MadePicture>((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    worker.addEventListener("message", ({ data }: MessageEvent<PictureAnswer>) => {
      if ("made" in data) resolve(data.made);
      else if ("trouble" in data) reject(new CannotPrepare(data.trouble));
      else reject(new Error(data.failed));
    });
    // It ran out of memory or could not be loaded: the picture is sent as it is, as what it cannot be shown is.
    worker.addEventListener("error", () => reject(new Error("The picture could not be worked on.")));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
