import { type Box, boxesIn, boxIn } from "./boxes.ts";
import { viewOf } from "./bytes.ts";

type Size = { width: number; height: number };

/** How large a HEIF file's main picture is, upright, without unpacking it; nothing when it does not say. */
export function heifSize(bytes: Uint8Array): Size | undefined {
  try {
    return sizeIn(bytes, viewOf(bytes));
  } catch {
    // It ends before it has said so.
    return undefined;
  }
}

function sizeIn(bytes: Uint8Array, view: DataView): Size | undefined {
  const meta = boxIn(bytes, "meta");
  const main = meta && boxIn(bytes, "pitm", meta.from + 4, meta.to);
  const properties = meta && boxIn(bytes, "iprp", meta.from + 4, meta.to);
  const list = properties && boxIn(bytes, "ipco", properties.from, properties.to);
  const places = properties && boxIn(bytes, "ipma", properties.from, properties.to);
  if (!main || !list || !places) return undefined;
  const id = view.getUint8(main.from) === 0 ? view.getUint16(main.from + 4) : view.getUint32(main.from + 4);
  const all = boxesIn(bytes, list.from, list.to);
  const own = propertiesOf(view, places, id).flatMap((at) => all[at - 1] ?? []);
  const said = own.find((it) => it.type === "ispe");
  if (!said) return undefined;
  const [width, height] = [view.getUint32(said.from + 4), view.getUint32(said.from + 8)];
  const turned = own.find((it) => it.type === "irot");
  // In quarters: an odd number of them lays it on its side.
  const isOnSide = turned !== undefined && view.getUint8(turned.from) % 2 === 1;
  return isOnSide ? { width: height, height: width } : { width, height };
}

/** Which properties belong to a picture of the file, counted from 1. */
function propertiesOf(view: DataView, places: Box, wanted: number): number[] {
  const isLongId = view.getUint8(places.from) > 0;
  const isLongPlace = view.getUint8(places.from + 3) % 2 === 1;
  let at = places.from + 8;
  for (let left = view.getUint32(places.from + 4); left > 0 && at < places.to; left--) {
    const id = isLongId ? view.getUint32(at) : view.getUint16(at);
    at += isLongId ? 4 : 2;
    const count = view.getUint8(at++);
    const found: number[] = [];
    for (let n = 0; n < count; n++) {
      found.push(isLongPlace ? view.getUint16(at) & 0x7fff : view.getUint8(at) & 0x7f);
      at += isLongPlace ? 2 : 1;
    }
    if (id === wanted) return found;
  }
  return [];
}
