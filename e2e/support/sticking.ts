import type { Locator, Page } from "playwright-core";
import sharp from "sharp";
import type { Given } from "./filing.ts";

/** A round spot of one colour on nothing. */
export async function drawnSticker(name: string, colour: string): Promise<Given> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640"><circle cx="320" cy="320" r="300" fill="${colour}"/></svg>`;
  return { name, mimeType: "image/png", buffer: await sharp(Buffer.from(svg)).png().toBuffer() };
}

/** Opens the stickers beside the field. */
export async function openStickers(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Emoji", exact: true }).click();
  await page.getByRole("button", { name: "Stickers", exact: true }).click();
}

/** Puts pictures into the pack that is being made. */
export async function addPictures(page: Page, pictures: Given[]): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Add pictures" }).click();
  await (await chooser).setFiles(pictures);
  await page
    .getByRole("button", { name: /^Remove sticker/ })
    .nth(pictures.length - 1)
    .waitFor();
}

/** Sends the sticker that stands for this emoji. */
export async function sendSticker(page: Page, emoji: string): Promise<void> {
  await openStickers(page);
  await page.getByRole("button", { name: `Send sticker ${emoji}` }).click();
}

/** The stickers in the open conversation that stand for this emoji. */
export function stickerIn(page: Page, emoji: string): Locator {
  return page.getByRole("log").getByRole("button", { name: new RegExp(`^Open .*${emoji}`), includeHidden: true });
}

/** A pack that is looked at. */
export const pack = (page: Page, name: string): Locator => page.getByRole("dialog", { name });

/** A finger rests on one, and carries it to where another is. */
export async function carryByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const [start, end] = [await middleOf(from), await middleOf(to)];
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", points: { x: number; y: number }[]) =>
    cdp.send("Input.dispatchTouchEvent", { type, touchPoints: points });
  await touch("touchStart", [start]);
  await page.locator("[data-dragged]").waitFor();
  for (const part of [0.3, 0.6, 0.9, 1])
    await touch("touchMove", [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part }]);
  await touch("touchEnd", []);
  await cdp.detach();
}

/** The point in the middle of it. */
export async function middleOf(it: Locator): Promise<{ x: number; y: number }> {
  const box = await it.boundingBox();
  if (!box) throw new Error("It is not to be seen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
