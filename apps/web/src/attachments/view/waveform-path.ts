import { bytesOf } from "./bytes-of.ts";

const bars = 46;
export const waveformSize = { width: bars * 4, height: 26 } as const;

/** Upright strokes, one for each part of the time, as high as it was loud. */
export function waveformPath(waveform: string): string | undefined {
  const levels = levelsOf(waveform);
  if (!levels.length) return undefined;
  const middle = waveformSize.height / 2;
  return Array.from({ length: bars }, (_, bar) => {
    const from = Math.floor((bar * levels.length) / bars);
    const to = Math.max(from + 1, Math.ceil(((bar + 1) * levels.length) / bars));
    const level = Math.max(...levels.slice(from, to)) / 255;
    const half = Math.round(Math.max(1, level * (middle - 2)) * 10) / 10;
    return `M${bar * 4 + 2} ${middle - half}v${half * 2}`;
  }).join("");
}

function levelsOf(waveform: string): number[] {
  try {
    return [...bytesOf(waveform)];
  } catch {
    return [];
  }
}
