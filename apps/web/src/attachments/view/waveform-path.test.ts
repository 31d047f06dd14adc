import { expect, test } from "vitest";
import { waveformPath } from "./waveform-path.ts";

const base64 = (levels: number[]) => btoa(String.fromCharCode(...levels));

test("what is loud is tall, silence is still seen, and 64 levels become 46 strokes", () => {
  const path = waveformPath(base64(Array.from({ length: 64 }, (_, i) => (i < 32 ? 0 : 255)))) ?? "";
  const heights = [...path.matchAll(/v([\d.]+)/g)].map(([, height]) => Number(height));
  expect(heights).toHaveLength(46);
  expect(heights[0]).toBe(2);
  expect(heights.at(-1)).toBe(22);
});

test("a waveform that is none is left out", () => {
  expect(waveformPath("")).toBeUndefined();
  expect(waveformPath("%%%")).toBeUndefined();
});
