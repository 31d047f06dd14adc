import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** Upright; red, green, blue and how clear, a byte each. */
export type Pixels = { data: Uint8Array<ArrayBuffer>; width: number; height: number };

const patienceMs = 20_000;

/**
 * The main picture of a HEIC or HEIF file; null when there is none to be had. In a thread of its own with limits of
 * time and memory: the decoder reads what strangers send, and whatever becomes of it there ends there.
 */
export async function decodeHeif(bytes: Buffer): Promise<Pixels | null> {
  const thread = new Worker(new URL("./heif-thread.ts", import.meta.url), {
    workerData: bytes,
    execArgv: [],
    env: {},
    // It says of broken files what is broken about them.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 },
  });
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), patienceMs);
  thread.once("exit", () => ended.abort());
  // What it fails with after it has answered concerns nobody, and unheard would end the process.
  thread.on("error", () => {});
  try {
    const [pixels] = (await once(thread, "message", { signal: ended.signal })) as [Pixels];
    return pixels;
  } catch {
    // Whatever the decoder says, it is about the bytes that were sent.
    return null;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}
