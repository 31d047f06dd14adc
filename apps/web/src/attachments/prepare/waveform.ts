import { limits } from "@parley/schema";
import { toBase64 } from "./bytes.ts";

/** How loud it is from beginning to end, in `limits.waveformBars` bytes; the loudest of it is the tallest. */
export function waveformOf(levels: ArrayLike<number>): string {
  const peaks = peaksOf(levels, limits.waveformBars);
  const loudest = Math.max(...peaks);
  // Silence stays flat: what is only noise must not look like speech.
  const scale = 255 / Math.max(loudest, 0.02);
  return toBase64(Uint8Array.from(peaks, (peak) => Math.round(peak * scale)));
}

/** The loudest of each of so many stretches, from 0 to 1. */
export function peaksOf(levels: ArrayLike<number>, count: number): number[] {
  const each = levels.length / count;
  return Array.from({ length: count }, (_, bar) => peakIn(levels, Math.floor(bar * each), Math.ceil((bar + 1) * each)));
}

function peakIn(levels: ArrayLike<number>, from: number, to: number): number {
  let peak = 0;
  for (let i = from; i < Math.min(to, levels.length); i++) peak = Math.max(peak, Math.abs(levels[i] as number));
  return Math.min(1, peak);
}
