import { parentPort, workerData } from "node:worker_threads";
import type { Pixels } from "./decode-heif.ts";

/** Twice what the largest picture we draw takes, unpacked. */
const mostBytes = 512 * 1_024 * 1_024;
/** 48 million is what phones make. */
const mostPixels = 64_000_000;

limitMemory();
// What it is linked with asks for memory as it loads.
const { default: libheif } = await import("libheif-js/wasm-bundle.js");
const [picture] = new libheif.HeifDecoder().decode(workerData as Uint8Array);
if (!picture) throw new Error("There is no picture in it.");
const [width, height] = [picture.get_width(), picture.get_height()];
if (width * height > mostPixels) throw new Error("It has too many pixels.");
picture.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (drawn) => {
  if (!drawn) throw new Error("It cannot be drawn.");
  const pixels: Pixels = { data: new Uint8Array(drawn.data.buffer), width, height };
  parentPort?.postMessage(pixels, [drawn.data.buffer]);
});

type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };

/** A thread's own limits count JavaScript's memory alone: WebAssembly gets its pages through here. */
function limitMemory(): void {
  // Node has it, and its types do not.
  const { Memory } = Reflect.get(globalThis, "WebAssembly") as { Memory: { prototype: Memory } };
  const { grow } = Memory.prototype;
  Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65_536 > mostBytes)
      throw new RangeError("This picture takes too much memory.");
    return grow.call(this, pages);
  };
}
