import { boxesIn, boxIn } from "./boxes.ts";
import { letters, viewOf } from "./bytes.ts";

/** How many pixels a picture says it has, read without unpacking it; 0 when it does not say. */
export function pixelsIn(bytes: Uint8Array, mime: string): number {
  const view = viewOf(bytes);
  try {
    switch (mime) {
      case "image/jpeg":
        return inJpeg(bytes, view);
      case "image/png":
        return view.getUint32(16) * view.getUint32(20);
      case "image/gif":
        return view.getUint16(6, true) * view.getUint16(8, true);
      case "image/bmp":
        return Math.abs(view.getInt32(18, true) * view.getInt32(22, true));
      case "image/webp":
        return inWebp(bytes, view);
      default:
        return inHeif(bytes, view);
    }
  } catch {
    // It ends before it has said so.
    return 0;
  }
}

function inJpeg(bytes: Uint8Array, view: DataView): number {
  for (let at = 2; bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
  }
  return 0;
}

function inWebp(bytes: Uint8Array, view: DataView): number {
  const type = letters(bytes, 12);
  if (type === "VP8X") return (threeBytes(view, 24) + 1) * (threeBytes(view, 27) + 1);
  if (type === "VP8 ") return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff);
  const packed = view.getUint32(21, true);
  return ((packed & 0x3fff) + 1) * (((packed >> 14) & 0x3fff) + 1);
}

const threeBytes = (view: DataView, at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);

/** The largest of those in the file: a grid's tiles say their sizes as well. */
function inHeif(bytes: Uint8Array, view: DataView): number {
  const meta = boxIn(bytes, "meta");
  const properties = meta && boxIn(bytes, "iprp", meta.from + 4, meta.to);
  const list = properties && boxIn(bytes, "ipco", properties.from, properties.to);
  if (!list) return 0;
  const sizes = boxesIn(bytes, list.from, list.to).filter((box) => box.type === "ispe");
  return Math.max(0, ...sizes.map(({ from }) => view.getUint32(from + 4) * view.getUint32(from + 8)));
}
