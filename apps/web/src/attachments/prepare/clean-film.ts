import { boxesIn } from "./boxes.ts";

const mostIndexBytes = 64_000_000;
/** Where phones write the place: both at a film's top and in its tracks. */
const written = new Set(["udta", "meta"]);

/** The same film without what was written beside it, above all where it was. Bytes stay where they are. */
export async function cleanFilm(film: Blob): Promise<Blob> {
  const index = await indexOf(film);
  if (!index) return film;
  const bytes = new Uint8Array(await film.slice(index.from, index.to).arrayBuffer());
  const beside = boxesIn(bytes, index.head).flatMap((box) =>
    box.type === "trak" ? boxesIn(bytes, box.from, box.to) : [box],
  );
  const found = beside.filter((box) => written.has(box.type));
  if (found.length === 0) return film;
  for (const { at, from, to } of found) {
    bytes.set(
      Uint8Array.from("free", (it) => it.charCodeAt(0)),
      at + 4,
    );
    bytes.fill(0, from, to);
  }
  return new Blob([film.slice(0, index.from), bytes, film.slice(index.to)], { type: film.type });
}

/** Finds the index (`moov`) by its neighbours, without reading the film. */
async function indexOf(film: Blob): Promise<{ from: number; to: number; head: number } | undefined> {
  for (let at = 0; at + 16 <= film.size; ) {
    const head = new DataView(await film.slice(at, at + 16).arrayBuffer());
    const type = String.fromCharCode(...new Uint8Array(head.buffer, 4, 4));
    if (at === 0 && !/^(ftyp|moov|wide|free|skip|mdat)$/.test(type)) return undefined;
    const short = head.getUint32(0);
    const size = short === 1 ? Number(head.getBigUint64(8)) : short === 0 ? film.size - at : short;
    if (size < 8) return undefined;
    if (type === "moov")
      return size <= mostIndexBytes ? { from: at, to: at + size, head: short === 1 ? 16 : 8 } : undefined;
    at += size;
  }
  return undefined;
}
