type Made = { blob: Blob; width: number; height: number };
type Wish = {
  /** The picture as it came, without what was written beside it. */
  clean: Blob | null;
  /** Of its longest side, in pixels. */
  limit: number;
  /** One can see through it somewhere. */
  isClear: boolean;
  mime: string;
};

const quality = 0.82;
/** Painting it again costs a little of what is seen: it has to be worth it. */
const worthIt = 0.9;
/** Drawings and screens: their makers chose to lose nothing. */
const exactKinds = new Set(["image/png", "image/gif", "image/bmp"]);

/** The picture no larger than a screen shows, in the smallest of the forms this browser can make of it, or as it came. */
export async function smallestOf(bitmap: ImageBitmap, { clean, limit, isClear, mime }: Wish): Promise<Made> {
  const scale = Math.min(1, limit / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale)));
  const made = await painted(bitmap, width as number, height as number, isClear, exactKinds.has(mime));
  const smallest = made.reduce((a, b) => (b.size < a.size ? b : a));
  const isKept = clean !== null && (scale === 1 ? smallest.size > clean.size * worthIt : smallest.size >= clean.size);
  return isKept
    ? { blob: clean, width: bitmap.width, height: bitmap.height }
    : { blob: smallest, width: width as number, height: height as number };
}

async function painted(bitmap: ImageBitmap, width: number, height: number, isClear: boolean, isExact: boolean) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { alpha: isClear });
  if (!context) throw new Error("This browser has no canvas here.");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, width, height);
  const made = [await canvas.convertToBlob({ type: "image/webp", quality })];
  // A browser that makes no WebP has made a PNG, which is small for drawings only.
  if (made[0]?.type !== "image/webp" && !isClear)
    made.push(await canvas.convertToBlob({ type: "image/jpeg", quality }));
  // With full quality Chromium makes WebP that loses nothing.
  if (isExact) made.push(await canvas.convertToBlob({ type: "image/webp", quality: 1 }));
  return made;
}
