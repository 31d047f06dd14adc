import type { Locator, Page } from "playwright-core";

/** The row of a chat, in the list or in the archive. */
export function rowOf(page: Page, name: string): Locator {
  return page.locator("[data-conversation]").filter({ hasText: name });
}

/** The names of the rows, in the order in which they stand. */
export async function namesInList(page: Page): Promise<string[]> {
  return page.locator("[data-conversation] .row__name").allInnerTexts();
}

/** Chooses from the menu of a row, step by step. */
export async function chooseForChat(page: Page, name: string, ...items: string[]): Promise<void> {
  await rowOf(page, name).click({ button: "right" });
  for (const item of items)
    await page
      .getByRole(/^(All messages|Mentions only|Nothing)$/.test(item) ? "menuitemradio" : "menuitem", {
        name: item,
        exact: true,
      })
      .click();
}

/** A finger goes sideways over an element and is lifted, by parts of the element's width. */
export async function swipe(page: Page, element: Locator, from: number, to: number): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error("There is nothing to swipe.");
  const cdp = await page.context().newCDPSession(page);
  const y = box.y + box.height / 2;
  const at = (share: number) => [{ x: box.x + box.width * share, y }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(from) });
  const steps = 12;
  for (let step = 1; step <= steps; step++) {
    await page.waitForTimeout(25);
    await cdp.send("Input.dispatchTouchEvent", {
      type: "touchMove",
      touchPoints: at(from + ((to - from) * step) / steps),
    });
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await cdp.detach();
}

/** A finger rests on an element until it comes loose, and drags it to where another stands. */
export async function dragByFinger(page: Page, element: Locator, to: Locator): Promise<void> {
  const [box, end] = [await element.boundingBox(), await to.boundingBox()];
  if (!box || !end) throw new Error("There is nothing to drag.");
  const cdp = await page.context().newCDPSession(page);
  const x = box.x + box.width / 2;
  const from = box.y + box.height / 2;
  const distance = end.y + (end.y < box.y ? 4 : end.height - 4) - from;
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y: from }] });
  await page.waitForTimeout(700);
  const steps = 12;
  for (let step = 1; step <= steps; step++) {
    const touchPoints = [{ x, y: from + (distance * step) / steps }];
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
    await page.waitForTimeout(25);
  }
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await cdp.detach();
}

/** A finger rests on an element for longer than a tap. */
export async function longPress(page: Page, element: Locator): Promise<void> {
  const box = await element.boundingBox();
  if (!box) throw new Error("There is nothing to press.");
  const cdp = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  await page.waitForTimeout(700);
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await cdp.detach();
}
