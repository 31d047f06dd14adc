import type { Gif, GifLanguage } from "@parley/schema";

/** Where moving pictures are looked for: a collection of Parley's own, or one that somebody keeps elsewhere. */
export type GifSource = {
  /** Those that fit the words, the best first; without words, some to begin with. */
  search(query: string, language: GifLanguage): Promise<Gif[]>;
  /** As it is sent; null when there is none of this id. */
  read(id: string): Promise<{ mime: string; bytes: Buffer } | null>;
};
