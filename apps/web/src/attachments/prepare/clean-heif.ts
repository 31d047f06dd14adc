import { type Box, boxesIn, boxIn } from "./boxes.ts";
import { letters, viewOf } from "./bytes.ts";

/** The same AVIF or HEIC picture, its EXIF and XMP overwritten with nothing: their place stays, so that no other moves. */
export function cleanHeif(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const clean = bytes.slice();
  const meta = boxIn(clean, "meta");
  const items = meta && boxIn(clean, "iinf", meta.from + 4, meta.to);
  const places = meta && boxIn(clean, "iloc", meta.from + 4, meta.to);
  if (!items || !places) return clean;
  const written = writtenBeside(clean, items);
  const data = boxIn(clean, "idat", meta.from + 4, meta.to);
  for (const { id, isInData, from, length } of extentsIn(clean, places)) {
    const start = from + (isInData ? (data?.from ?? clean.length) : 0);
    if (written.has(id)) clean.fill(0, start, length === 0 ? undefined : start + length);
  }
  return clean;
}

function writtenBeside(bytes: Uint8Array, items: Box): Set<number> {
  const view = viewOf(bytes);
  const found = new Set<number>();
  const counted = view.getUint8(items.from) === 0 ? 2 : 4;
  for (const box of boxesIn(bytes, items.from + 4 + counted, items.to)) {
    const isLong = view.getUint8(box.from) === 3;
    const id = isLong ? view.getUint32(box.from + 4) : view.getUint16(box.from + 4);
    const type = letters(bytes, box.from + (isLong ? 10 : 8));
    if (type === "Exif" || type === "mime") found.add(id);
  }
  return found;
}

type Extent = { id: number; isInData: boolean; from: number; length: number };

function extentsIn(bytes: Uint8Array, places: Box): Extent[] {
  const view = viewOf(bytes);
  let at = places.from;
  const read = (size: number) => {
    const start = at;
    at += size;
    if (size === 0) return 0;
    if (size === 2) return view.getUint16(start);
    return size === 4 ? view.getUint32(start) : Number(view.getBigUint64(start));
  };
  const version = view.getUint8(at);
  at += 4;
  const sizes = read(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15, sizes & 15];
  const count = read(version < 2 ? 2 : 4);
  const found: Extent[] = [];
  for (let n = 0; n < count && at < places.to; n++) {
    const id = read(version < 2 ? 2 : 4);
    const isInData = version > 0 && (read(2) & 15) === 1;
    at += 2;
    const base = read(baseSize);
    const extents = read(2);
    for (let i = 0; i < extents && at < places.to; i++) {
      if (version > 0) at += indexSize;
      const from = base + read(offsetSize);
      found.push({ id, isInData, from, length: read(lengthSize) });
    }
  }
  return found;
}
