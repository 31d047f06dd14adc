import { limits } from "@parley/schema";
import { toBase64 } from "./bytes.ts";

/** How loud it is from beginning to end, in `limits.waveformBars` bytes; the loudest of it is the tallest. */
export function waveformOf(levels: ArrayLike<number>): string {
  const bars = new Uint8Array(limits.waveformBars);
  const each = levels.length / bars.length;
  const peaks = Array.from(bars, (_, bar) => peakIn(levels, Math.floor(bar * each), Math.ceil((bar + 1) * each)));
  const loudest = Math.max(...peaks);
  // Silence stays flat: what is only noise must not look like speech.
  const scale = 255 / Math.max(loudest, 0.02);
  for (const [bar, peak] of peaks.entries()) bars[bar] = Math.round(peak * scale);
  return toBase64(bars);
}

function peakIn(levels: ArrayLike<number>, from: number, to: number): number {
  let peak = 0;
  for (let i = from; i < Math.min(to, levels.length); i++) peak = Math.max(peak, Math.abs(levels[i] as number));
  return Math.min(1, peak);
}
