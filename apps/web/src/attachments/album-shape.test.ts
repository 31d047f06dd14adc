import { expect, test } from "vitest";
import { albumShape } from "./album-shape.ts";

const landscape = { kind: "image", width: 1600, height: 1200 } as const;
const portrait = { kind: "image", width: 1200, height: 1600 } as const;
const panorama = { kind: "image", width: 8000, height: 1000 } as const;
const many = (count: number, of: { kind: "image"; width: number; height: number } = landscape) =>
  Array.from({ length: count }, () => of);

test("one picture keeps its shape between 3:4 and 16:9, and is not made much larger than it is", () => {
  expect(albumShape([landscape])).toMatchObject({ ratio: 4 / 3, width: 384 });
  expect(albumShape([panorama]).ratio).toBeCloseTo(16 / 9);
  expect(albumShape([{ kind: "image", width: 100, height: 4000 }]).ratio).toBe(3 / 4);
  expect(albumShape([portrait])).toMatchObject({ ratio: 3 / 4, width: 330 });
  expect(albumShape([{ kind: "image", width: 40, height: 30 }]).width).toBe(176);
  expect(albumShape([{ kind: "image", width: 250, height: 200 }]).width).toBe(250);
  expect(albumShape([{ kind: "sticker", width: 512, height: 512 }]).width).toBe(176);
});

test("a picture whose size nobody knows has a box too", () => {
  expect(albumShape([{ kind: "video" }])).toMatchObject({ ratio: 4 / 3, width: 384 });
});

test("three pictures stand as one large and two small, unless the first is wide", () => {
  expect(albumShape(many(3))).toMatchObject({ isLed: true, ratio: 1.6 });
  expect(albumShape([panorama, landscape, landscape])).toMatchObject({ isLed: false });
});

test.each([2, 4, 5, 6, 7, 8, 9, 10])(
  "%i pictures are all shown, in rows of at most four, about as tall as wide",
  (count) => {
    for (const of of [landscape, portrait, panorama]) {
      const shape = albumShape(many(count, of));
      expect(shape.rows.flat()).toHaveLength(count);
      for (const row of shape.rows) expect(row.length).toBeLessThanOrEqual(4);
      expect(shape.ratio).toBeGreaterThan(0.5);
      expect(shape.ratio).toBeLessThan(3.7);
    }
  },
);
