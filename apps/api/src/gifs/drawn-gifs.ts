import type { Gif } from "@parley/schema";
import { fold } from "@parley/schema/search";
import sharp from "sharp";
import type { GifSource } from "../adapters/gifs.ts";
import { type Drawing, drawings } from "./drawings.ts";

const side = 200;
const frames = 16;
const frameMs = 90;

/** A small collection of Parley's own, which asks nobody: drawn when first asked for. */
export function openDrawnGifs(): GifSource {
  const drawn = new Map<string, Promise<Buffer>>();
  return {
    async search(query, language) {
      const asked = fold(query).split(/\s+/).filter(Boolean);
      const fits = (it: Drawing) => {
        const words = fold(Object.values(it.words).flat().join(" "));
        return asked.every((word) => ` ${words}`.includes(` ${word}`));
      };
      return drawings
        .filter(fits)
        .map(({ id, words }): Gif => ({ id, title: words[language][0] ?? id, width: side, height: side }));
    },
    async read(id) {
      const drawing = drawings.find((it) => it.id === id);
      if (!drawing) return null;
      const bytes = drawn.get(id) ?? draw(drawing);
      drawn.set(id, bytes);
      return { mime: "image/webp", bytes: await bytes };
    },
  };
}

async function draw({ draw: pictureAt }: Drawing): Promise<Buffer> {
  const pictures: Buffer[] = [];
  for (let i = 0; i < frames; i++) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="${side}" height="${side}" fill="#fff"/>${pictureAt(i / frames)}</svg>`;
    pictures.push(await sharp(Buffer.from(svg)).png().toBuffer());
  }
  return sharp(pictures, { join: { animated: true } })
    .webp({ loop: 0, delay: pictures.map(() => frameMs), quality: 70 })
    .toBuffer();
}
