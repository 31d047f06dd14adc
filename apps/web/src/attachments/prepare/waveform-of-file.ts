import { waveformOf } from "./waveform.ts";

/** Unpacked, a recording takes four bytes for each of these in a second. */
const rate = 8_000;
const longestMs = 30 * 60_000;
const mostBytes = 64_000_000;

/** How loud a recording is from beginning to end; of a very long one, or one that cannot be unpacked, nothing. */
export async function waveformOfFile(
  blob: Blob,
  durationMs: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  if (durationMs > longestMs || blob.size > mostBytes) return undefined;
  const context = new OfflineAudioContext(1, 1, rate);
  const sound = await context.decodeAudioData(await blob.arrayBuffer()).catch(() => undefined);
  signal?.throwIfAborted();
  return sound && waveformOf(sound.getChannelData(0));
}
