const mostIndexBytes = 64_000_000;

/** Where an MP4 or QuickTime film has its index (`moov`), and what is in it after `head` bytes. */
export type FilmIndex = { from: number; to: number; head: number; bytes: Uint8Array<ArrayBuffer> };

/** Finds it by its neighbours, without reading the film. */
export async function readFilmIndex(film: Blob): Promise<FilmIndex | undefined> {
  for (let at = 0; at + 16 <= film.size; ) {
    const head = new DataView(await film.slice(at, at + 16).arrayBuffer());
    const type = String.fromCharCode(...new Uint8Array(head.buffer, 4, 4));
    if (at === 0 && !/^(ftyp|moov|wide|free|skip|mdat)$/.test(type)) return undefined;
    const short = head.getUint32(0);
    const size = short === 1 ? Number(head.getBigUint64(8)) : short === 0 ? film.size - at : short;
    if (size < 8) return undefined;
    if (type === "moov") {
      if (size > mostIndexBytes) return undefined;
      const bytes = new Uint8Array(await film.slice(at, at + size).arrayBuffer());
      return { from: at, to: at + size, head: short === 1 ? 16 : 8, bytes };
    }
    at += size;
  }
  return undefined;
}
