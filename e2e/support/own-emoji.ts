import type { Locator, Page } from "playwright-core";
import type { Given } from "./filing.ts";

/** Opens the emoji beside the field. */
export async function openEmoji(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Emoji", exact: true }).click();
  const made = page.getByRole("region", { name: "Made here" });
  await made.waitFor();
  return made;
}

/** Gives everybody an emoji, from the picker of the open conversation. */
export async function addEmoji(page: Page, name: string, picture: Given): Promise<void> {
  await (await openEmoji(page)).getByRole("button", { name: "Add emoji" }).click();
  await giveEmoji(page, name, picture);
}

/** Fills in the form that is open. */
export async function giveEmoji(page: Page, name: string, picture: Given): Promise<void> {
  const form = page.getByRole("dialog", { name: "Add emoji" });
  const chooser = page.waitForEvent("filechooser");
  await form.getByRole("button", { name: "Choose a picture" }).click();
  await (await chooser).setFiles(picture);
  await form.getByRole("img", { name: "The picture of the emoji" }).waitFor();
  await form.getByRole("textbox", { name: "Name" }).fill(name);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.waitFor({ state: "detached" });
}

/** Waits until a picture of an emoji is to be seen, and not only its name. */
export async function isSeen(emoji: Locator): Promise<void> {
  await emoji.waitFor();
  await emoji.evaluate(
    (it: HTMLImageElement) =>
      it.naturalWidth > 0 || new Promise((resolve) => it.addEventListener("load", resolve, { once: true })),
  );
}
