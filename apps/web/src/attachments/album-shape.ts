import type { Attachment } from "@parley/schema";

/** How the pictures of a message are laid out: rows from above, in each its pictures' shares of the width. */
export type AlbumShape = {
  rows: number[][];
  /** Width by height of the whole. */
  ratio: number;
  /** Pixels, where there is room. */
  width: number;
  /** Three: the first large, the others one above the other beside it. */
  isLed: boolean;
};

type Sized = Pick<Attachment, "kind" | "width" | "height">;

const widest = 384;
const tallest = 440;

/**
 * Pictures in rows that fill the width, each as little cropped as can be. It is known before any of them is here, so
 * that nothing jumps.
 */
export function albumShape(files: readonly Sized[]): AlbumShape {
  const [only, second] = files;
  if (only && !second) {
    const ratio = ratioOf(only, 3 / 4, 16 / 9);
    const most = Math.min(only.kind === "sticker" ? 176 : widest, tallest * ratio);
    const width = Math.round(Math.max(Math.min(176, most), Math.min(only.width ?? widest, most)));
    return { rows: [[ratio]], ratio, width, isLed: false };
  }
  const ratios = files.map((it) => ratioOf(it, 2 / 3, 1.8));
  if (files.length === 3 && (ratios[0] as number) < 1.6)
    return { rows: [[1.62, 1]], ratio: 1.6, width: widest, isLed: true };

  const wanted = files.length < 5 ? 0.75 : 1;
  let best: number[][] = [];
  let least = Number.POSITIVE_INFINITY;
  const tryRows = (rows: number[][], rest: number[]) => {
    if (rest.length === 0) {
      const cost = Math.abs(heightOf(rows) - wanted) + unevenness(rows);
      if (cost < least) [least, best] = [cost, rows];
    }
    for (let count = 1; count <= Math.min(files.length > 6 ? 4 : 3, rest.length); count++)
      tryRows([...rows, rest.slice(0, count)], rest.slice(count));
  };
  tryRows([], ratios);
  return { rows: best, ratio: 1 / heightOf(best), width: widest, isLed: false };
}

/** How tall a row is by its width. */
export const rowHeight = (row: readonly number[]): number => 1 / row.reduce((sum, ratio) => sum + ratio, 0);

const heightOf = (rows: readonly number[][]) => rows.reduce((sum, row) => sum + rowHeight(row), 0);

const unevenness = (rows: readonly number[][]) => {
  const heights = rows.map(rowHeight);
  return (Math.max(...heights) - Math.min(...heights)) / 2;
};

const ratioOf = ({ width, height }: Sized, least: number, most: number) =>
  Math.min(most, Math.max(least, width && height ? width / height : 4 / 3));
