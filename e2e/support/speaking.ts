import type { Locator, Page } from "playwright-core";

/** What is being recorded, or waits to be sent, in the open conversation. */
export const recording = (page: Page): Locator => page.getByRole("group", { name: "Voice message" });

/** Presses the microphone as a mouse does: it records until one says otherwise. */
export async function startSpeaking(page: Page): Promise<void> {
  const microphone = page.getByRole("button", { name: "Record a voice message" });
  await microphone.waitFor();
  // Right after something was sent, a press there may be a slip, and is taken for one.
  await page.waitForTimeout(500);
  await microphone.click();
  await recording(page).and(page.locator("[data-state=recording]")).waitFor();
}

/** Waits until so many seconds of it are recorded. */
export async function speakFor(page: Page, seconds: number): Promise<void> {
  await recording(page)
    .getByRole("timer")
    .filter({ hasText: `0:0${seconds}` })
    .waitFor();
}

/** How many voice messages of the open conversation have been sent. */
export function spokenIn(page: Page): Promise<number> {
  return page
    .getByRole("log")
    .getByRole("button", { name: /^(Play|Pause) Voice message/ })
    .count();
}

export const act = (page: Page, name: string): Locator => recording(page).getByRole("button", { name, exact: true });

/** A finger on the microphone, led wherever one wants. */
export async function finger(page: Page) {
  const touch = await page.context().newCDPSession(page);
  const box = await page.getByRole("button", { name: "Record a voice message" }).boundingBox();
  if (!box) throw new Error("There is no microphone.");
  let [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const say = (type: "touchStart" | "touchMove" | "touchEnd") =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  await page.waitForTimeout(500);
  await say("touchStart");
  return {
    async lead(aside: number, up: number) {
      for (let step = 0; step < 8; step++) {
        [x, y] = [x + aside / 8, y - up / 8];
        await say("touchMove");
      }
    },
    lift: () => say("touchEnd"),
  };
}
