/** What we use of libheif-js, which types its raw exports only. */
declare module "libheif-js/wasm-bundle.js" {
  type Drawn = { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };

  class HeifDecoder {
    /** The pictures that stand for themselves, the file's main one first; none when it cannot be read. */
    decode(bytes: Uint8Array): {
      get_width(): number;
      get_height(): number;
      /** Upright, as red, green, blue and how clear. Null: it cannot be drawn. */
      display(canvas: Drawn, done: (drawn: Drawn | null) => void): void;
    }[];
  }

  const libheif: { HeifDecoder: typeof HeifDecoder };
  export default libheif;
}
