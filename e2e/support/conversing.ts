import type { Locator, Page } from "playwright-core";
import { keepAsContact } from "./contacts.ts";
import type { Person } from "./person.ts";

export type Tick = "Waiting to be sent" | "Not sent" | "Sent" | "Delivered" | "Read";

/** Finds somebody by username and opens the conversation with them; they know each other, so it is no request. */
export async function writeTo(person: Person, other: Person): Promise<void> {
  await keepAsContact(other, person);
  const { page } = person;
  await page.goto("/new");
  await page.getByRole("searchbox", { name: "Search people" }).fill(other.username);
  await page.getByRole("button", { name: `@${other.username}` }).click();
  await page.getByRole("textbox", { name: `Message to ${other.name}` }).waitFor();
}

/** Opens a conversation from the list, wherever one is. */
export async function openChat(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await chatInList(page, name).click();
  await composer(page).waitFor();
}

export function chatInList(page: Page, name: string): Locator {
  return page.getByRole("navigation", { name: "Chat list" }).getByRole("link", { name });
}

/** The title of the open conversation, with who is there or writing. */
export function conversationState(page: Page): Locator {
  return page.getByRole("heading", { level: 1 }).getByRole("link", { name: "open details" });
}

export function composer(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Message to / });
}

/** Types and presses Enter, which does not wait for the server. */
export async function send(page: Page, text: string): Promise<void> {
  await composer(page).fill(text);
  await composer(page).press("Enter");
}

export function message(page: Page, text: string): Locator {
  return page.getByRole("log").getByRole("article").filter({ hasText: text });
}

/** How far an own message has come by now. */
export async function tickOf(page: Page, text: string): Promise<string | null> {
  const tick = message(page, text).getByRole("img", { name: new RegExp(Object.keys(atLeast).join("|")) });
  return tick.getAttribute("aria-label");
}

const atLeast: Record<Tick, RegExp> = {
  "Waiting to be sent": /^Waiting to be sent$/,
  "Not sent": /^Not sent$/,
  Sent: /^(Sent|Delivered|Read)$/,
  Delivered: /^(Delivered|Read)$/,
  Read: /^Read$/,
};

/** Waits until an own message has come so far, or farther. */
export async function waitForTick(page: Page, text: string, tick: Tick): Promise<void> {
  await message(page, text).getByRole("img", { name: atLeast[tick] }).waitFor();
}

/** Waits until every one of them has reached the server. */
export async function waitUntilSent(page: Page, texts: string[]): Promise<void> {
  for (const text of texts) await waitForTick(page, text, "Sent");
}

/** Which of these texts stand in the open conversation, in their order there, twice if twice. */
export async function shownOf(page: Page, texts: string[]): Promise<string[]> {
  const shown = await page.getByRole("log").getByRole("article").allInnerTexts();
  return shown.flatMap((it) => texts.filter((text) => it.includes(text)));
}

/** Chooses from the menu of a message. */
export async function chooseFromMenu(page: Page, text: string, item: string): Promise<void> {
  const more = message(page, text).getByRole("button", { name: "More actions" });
  const open = (timeout?: number) =>
    message(page, text)
      .getByText(text)
      .hover()
      .then(() => more.click({ timeout }));
  // A message that comes in meanwhile moves this one from under the pointer.
  await open(5_000).catch(() => open());
  await page.getByRole("menu", { name: "Message actions" }).getByRole("menuitem", { name: item, exact: true }).click();
}

/** Of the times to send at; by its hour, since an hour before midnight "in an hour" is tomorrow too. */
export function tomorrowMorning(page: Page): Locator {
  return page.getByRole("button", { name: /tomorrow, 09:00/i });
}

export async function editMessage(page: Page, text: string, next: string): Promise<void> {
  await chooseFromMenu(page, text, "Edit");
  await composer(page).fill(next);
  await page.getByRole("button", { name: "Save the edit" }).click();
}

export async function deleteMessage(page: Page, text: string): Promise<void> {
  await chooseFromMenu(page, text, "Delete…");
  const question = page.getByRole("dialog", { name: "Delete this message?" });
  await question.getByRole("button", { name: "Delete" }).click();
  await question.waitFor({ state: "detached" });
}
