import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, composer, message, openChat, send, writeTo } from "./support/conversing.ts";
import { chooseForChat } from "./support/organising.ts";
import type { Person } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

/** Where people are dealt with, and what says that the screen is there. */
const screens = {
  contacts: "/people",
  requests: "/requests",
  profile: "/settings/profile",
  privacy: "/settings/privacy",
  folders: "/settings/folders",
};

story("The screens about people are right for everyone, in every look", { timeout: 420_000 }, async ({ cast }) => {
  const [alice, bob, carol] = [await cast("Alice"), await cast("Bob"), await cast("Carol")];
  await writeTo(bob, alice);
  await send(bob.page, "Ramen?");
  await approach(carol, alice);
  await send(carol.page, "We met at the ferry");
  const { page } = alice;
  await page.getByRole("link", { name: /Message requests/ }).waitFor();
  await chooseForChat(page, "Bob", "Pin");
  await bob.page.goto("/");
  await bob.page.getByRole("button", { name: "Set your status" }).click();
  await bob.page.getByRole("button", { name: "On holiday" }).click();
  await chatInList(page, "Bob").getByRole("img", { name: "🌴 On holiday" }).waitFor();

  const problems: string[] = [];
  const look = async (name: string) => {
    problems.push(...(await accessibilityProblems(page)).map((it) => `${name}: ${it}`));
  };
  for (const [name, path] of Object.entries(screens)) {
    await goTo(page, path);
    await look(name);
    await screenshot(page, `people ${name}`);
  }
  // Blocked, with somebody in it.
  await page.goto("/people");
  await page.getByRole("button", { name: /^Bob/ }).first().click();
  await page.getByRole("dialog", { name: "Bob" }).waitFor();
  await look("a card");
  await screenshot(page, "people a card");
  await page.getByRole("button", { name: "Block…" }).click();
  await look("asking to block");
  const told = page.waitForResponse((response) => /sync\.setOwn/.test(response.url()) && response.ok());
  await page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await told;
  await goTo(page, screens.privacy);
  await page.getByText("Bob").first().scrollIntoViewIfNeeded();
  await look("blocked");
  await screenshot(page, "people blocked");
  expect(problems).toEqual([]);

  await page.setViewportSize(phone.viewport);
  const everywhere = { list: "/", ...screens };
  await page.emulateMedia({ colorScheme: "dark" });
  for (const [name, path] of Object.entries(everywhere)) {
    await goTo(page, path);
    await screenshot(page, `people ${name} phone dark`);
    expect(await isCut(page), name).toBe(false);
  }
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  for (const name of ["list", "contacts", "privacy"] as const) {
    await goTo(page, everywhere[name]);
    await screenshot(page, `people ${name} phone contrast`);
  }
  await page.emulateMedia({ contrast: null });
  await page.goto("/settings/language");
  await page.getByRole("radio", { name: "العربية" }).check();
  await page.locator("html[dir=rtl]").waitFor();
  for (const [name, path] of Object.entries(everywhere)) {
    await goTo(page, path);
    await screenshot(page, `people ${name} phone arabic`);
    expect(await isCut(page), name).toBe(false);
  }
  await page.goto("/");
  await page.getByRole("button", { name: "عيّن حالتك" }).click();
  await page.getByRole("dialog").waitFor();
  await look("status");
  await screenshot(page, "people status phone arabic");
  expect(problems).toEqual([]);
});

story("Bob finds an emoji by a word of his own language, and puts it under a message", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice"), await cast("Bob")];
  await writeTo(alice, bob);
  await send(alice.page, "It is my birthday");
  await bob.page.goto("/settings/language");
  await bob.page.getByRole("radio", { name: "Tiếng Việt" }).check();
  await bob.page.locator("html[lang=vi]").waitFor();
  await bob.page.goto("/");
  await chatInRow(bob.page, "Alice").click();
  await message(bob.page, "It is my birthday").getByText("It is my birthday").hover();
  await message(bob.page, "It is my birthday").getByRole("button", { name: "Thao tác khác" }).click();
  await bob.page.getByRole("menuitem", { name: "Tất cả biểu tượng" }).click();
  await bob.page.getByRole("searchbox", { name: "Tìm biểu tượng" }).fill("sinh nhật");
  await bob.page.getByRole("button", { name: "birthday cake" }).click();
  await message(alice.page, "It is my birthday").getByRole("button", { name: /🎂/ }).waitFor();
  await openChat(alice.page, "Bob");
});

const chatInRow = (page: Page, name: string) => page.locator("[data-conversation]").filter({ hasText: name });

/** As strangers meet: by the link, and without having been asked. */
async function approach({ page }: Person, other: Person): Promise<void> {
  await page.goto(`/u/${other.username}`);
  await page.getByRole("button", { name: "Message" }).click();
  await composer(page).waitFor();
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator(".iconbtn, .btn, .row, .input").filter({ visible: true }).first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** Whether something stands out at the side, so that the page could be scrolled there. */
const isCut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
