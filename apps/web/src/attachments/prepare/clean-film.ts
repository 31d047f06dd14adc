import { boxesIn } from "./boxes.ts";
import { readFilmIndex } from "./film-index.ts";

/** Where phones write the place: both at a film's top and in its tracks. */
const written = new Set(["udta", "meta"]);

/** The same film without what was written beside it, above all where it was. Bytes stay where they are. */
export async function cleanFilm(film: Blob): Promise<Blob> {
  const index = await readFilmIndex(film);
  if (!index) return film;
  const { bytes } = index;
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
