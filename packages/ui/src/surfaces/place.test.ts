import { expect, test } from "vitest";
import { placeBeside } from "./place.ts";

const view = { width: 400, height: 600 };
const menu = { width: 200, height: 150 };

test("a menu opens below its button and ends where the button ends", () => {
  expect(placeBeside({ left: 300, right: 340, top: 100, bottom: 140 }, menu, view)).toEqual({ left: 140, top: 146 });
});

test("without room below it opens above, and it never leaves the screen", () => {
  expect(placeBeside({ left: 300, right: 340, top: 540, bottom: 580 }, menu, view).top).toBe(384);
  expect(placeBeside({ left: 4, right: 44, top: 100, bottom: 140 }, menu, view).left).toBe(8);
  expect(placeBeside({ left: 360, right: 396, top: 0, bottom: 40 }, menu, view, { isRtl: true }).left).toBe(192);
});

test("a menu of a button at the beginning of its pane begins where the button begins, in either direction", () => {
  const button = { left: 180, right: 220, top: 100, bottom: 140 };
  expect(placeBeside(button, menu, view, { align: "start" }).left).toBe(180);
  expect(placeBeside(button, menu, view, { align: "start", isRtl: true }).left).toBe(20);
});
