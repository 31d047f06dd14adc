import { type Box, boxesIn, boxIn } from "./boxes.ts";
import { viewOf } from "./bytes.ts";
import { readFilmIndex } from "./film-index.ts";

export type FilmSize = { width: number; height: number; durationMs?: number };

/** How large an MP4 or QuickTime film says it is, upright, and how long, also where this browser cannot play it. */
export async function filmSize(film: Blob): Promise<FilmSize | undefined> {
  const index = await readFilmIndex(film);
  if (!index) return undefined;
  const { bytes, head } = index;
  try {
    const boxes = boxesIn(bytes, head);
    const tracks = boxes.filter((it) => it.type === "trak").flatMap((it) => boxIn(bytes, "tkhd", it.from, it.to) ?? []);
    const size = tracks.map((it) => sizeIn(viewOf(bytes), it)).find((it) => it.width > 0 && it.height > 0);
    const clock = boxes.find((it) => it.type === "mvhd");
    return size && { ...size, ...(clock && durationIn(viewOf(bytes), clock)) };
  } catch {
    // It ends before it has said so.
    return undefined;
  }
}

function sizeIn(view: DataView, { from }: Box): { width: number; height: number } {
  const matrix = from + (view.getUint8(from) === 1 ? 52 : 40);
  const [width, height] = [view.getUint16(matrix + 36), view.getUint16(matrix + 40)];
  // A film that was taken upright lies on its side, and says how to turn it.
  const isOnSide = view.getInt32(matrix) === 0 && view.getInt32(matrix + 16) === 0;
  return isOnSide ? { width: height, height: width } : { width, height };
}

function durationIn(view: DataView, { from }: Box): { durationMs?: number } {
  const isLong = view.getUint8(from) === 1;
  const scale = view.getUint32(from + (isLong ? 20 : 12));
  const units = isLong ? Number(view.getBigUint64(from + 24)) : view.getUint32(from + 16);
  const durationMs = Math.round((units / scale) * 1_000);
  return durationMs > 0 && durationMs <= 86_400_000 ? { durationMs } : {};
}
