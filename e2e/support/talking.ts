import type { Locator, Page } from "playwright-core";
import type { Person } from "./person.ts";

/** Opens the chat with somebody by searching for their username. */
export async function openChatWith({ page }: Person, other: Person): Promise<void> {
  await page.goto("/new");
  await page.getByRole("searchbox", { name: "Search people" }).fill(other.username);
  await page.getByRole("button", { name: other.name }).click();
  await composer(page).waitFor();
}

/** Opens a chat that is in the list already. */
export async function openChat({ page }: Person, title: string): Promise<void> {
  await page.getByRole("link", { name: title }).first().click();
  await composer(page).waitFor();
}

/** Writes in the open chat and sends with Enter. */
export async function say({ page }: Person, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

/** Waits until the text stands in the open chat. */
export async function reads({ page }: Person, text: string): Promise<void> {
  await timeline(page).getByText(text).first().waitFor();
}

/** The messages of the open chat as they stand on the screen, oldest first. */
export function timeline(page: Page): Locator {
  return page.getByRole("log");
}

export function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Message to/ });
}
