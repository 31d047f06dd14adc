import { letters, viewOf } from "./bytes.ts";

/** A part of an MP4, QuickTime, AVIF or HEIC file; `from` and `to` are its content. */
export type Box = { type: string; at: number; from: number; to: number };

/** The boxes one after another in a stretch of a file; what is broken ends the list. */
export function boxesIn(bytes: Uint8Array, from = 0, to = bytes.length): Box[] {
  const view = viewOf(bytes);
  const found: Box[] = [];
  for (let at = from; at + 8 <= to; ) {
    const short = view.getUint32(at);
    const isLong = short === 1 && at + 16 <= to;
    const size = isLong ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > to) break;
    found.push({ type: letters(bytes, at + 4), at, from: at + head, to: at + size });
    at += size;
  }
  return found;
}

export const boxIn = (bytes: Uint8Array, type: string, from = 0, to = bytes.length): Box | undefined =>
  boxesIn(bytes, from, to).find((box) => box.type === type);
