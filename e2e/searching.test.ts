import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { deleteMessage, editMessage, message, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { createGroup } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { wide as desktop, phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const field = (page: Page) => page.getByRole("searchbox", { name: "Search chats, people and messages" });
const results = (page: Page) => page.getByRole("region", { name: "Search results" });
const hit = (page: Page, text: string) => results(page).locator("[data-hit]").filter({ hasText: text });
const texts = [
  "Ramen at noon by the river?",
  "Hẹn gặp ở Đà Nẵng nhé",
  "ذهبت إلى المكتبة أمس",
  "東京タワーへ行く",
  "The menu is at https://example.org/menu #Lunch",
];

for (const [size, options] of Object.entries({ phone, desktop })) {
  story(
    `Alice finds what Bob wrote, in every language, and goes there (${size})`,
    { timeout: 240_000 },
    async ({ cast }) => {
      const alice = await cast("Alice", options);
      const bob = await cast("Bob", options);
      const { page } = alice;
      await writeTo(bob, alice);
      for (const text of texts) await send(bob.page, text);
      await waitUntilSent(bob.page, texts);
      for (let n = 1; n <= 40; n++) await send(bob.page, `Something else, number ${n}`);
      await waitUntilSent(bob.page, ["Something else, number 40"]);

      await page.goto("/");
      for (const [typed, found] of [
        ["ram", "Ramen at noon"],
        ["da nang", "Đà Nẵng"],
        ["مكتبة", "المكتبة"],
        ["タワー", "東京タワー"],
        ["#lunch", "The menu"],
        ["has:link", "The menu"],
        [`from:${bob.username} river`, "Ramen at noon"],
        ['"at noon"', "Ramen at noon"],
      ] as const) {
        await field(page).fill(typed);
        await hit(page, found).waitFor();
      }
      await field(page).fill("river -ramen");
      await results(page).getByText("Nothing for").waitFor();

      await field(page).fill("ramen");
      await hit(page, "Ramen at noon").waitFor();
      await screenshot(page, `search results ${size}`);
      expect(await accessibilityProblems(page)).toEqual([]);
      await hit(page, "Ramen at noon").click();
      await expect.poll(() => isInSight(page, "Ramen at noon by the river?")).toBe(true);
      await screenshot(page, `search hit ${size}`);

      await page.goBack();
      await field(page).waitFor();
      await expect.poll(() => field(page).inputValue()).toBe("ramen");
      await results(page).getByText("Ramen at noon").waitFor();
    },
  );
}

story(
  "Alice steps from hit to hit within a chat, and what is edited or deleted is found no more",
  { timeout: 240_000 },
  async ({ cast }) => {
    const alice = await cast("Alice");
    const bob = await cast("Bob");
    const { page } = alice;
    await createGroup(bob, "Lunch", [alice]);
    for (const text of ["First soup of the week", "Bread", "Second soup", "Third soup, with bread"])
      await send(bob.page, text);
    await waitUntilSent(bob.page, ["Third soup, with bread"]);
    await openChat(page, "Lunch");
    await message(page, "Third soup").waitFor();

    await page.getByRole("button", { name: "Search in this chat" }).click();
    const bar = page.getByRole("region", { name: "Search in Lunch" });
    const find = bar.getByRole("searchbox");
    await find.fill("soup");
    await bar.getByText("1 of 3").waitFor();
    await find.press("Enter");
    await bar.getByText("2 of 3").waitFor();
    await bar.getByRole("button", { name: "Older hit" }).click();
    await bar.getByText("3 of 3").waitFor();
    await bar.getByRole("button", { name: "Newer hit" }).click();
    await bar.getByText("2 of 3").waitFor();
    await screenshot(page, "search within a chat");
    expect(await accessibilityProblems(page)).toEqual([]);

    await editMessage(bob.page, "Second soup", "Second salad");
    await deleteMessage(bob.page, "First soup of the week");
    await message(page, "Second salad").waitFor();
    await find.fill("soup bread");
    await bar.getByText("1 of 1").waitFor();
    await find.fill("salad");
    await bar.getByText("1 of 1").waitFor();
    await find.fill("week");
    await bar.getByText("Nothing found").waitFor();
    await find.press("Escape");
    await bar.waitFor({ state: "detached" });
  },
);

story(
  "without a network Alice finds what her device holds, is told so, and her searches are remembered",
  { timeout: 240_000 },
  async ({ cast }) => {
    const alice = await cast("Alice");
    const bob = await cast("Bob");
    const { page } = alice;
    await writeTo(bob, alice);
    for (const text of texts) await send(bob.page, text);
    await waitUntilSent(bob.page, texts);
    await openChat(page, "Bob");
    await message(page, "Ramen at noon").waitFor();

    await alice.cutNetwork();
    for (const [typed, found] of [
      ["ram", "Ramen at noon"],
      ["da nang", "Đà Nẵng"],
      ["مكتبة", "المكتبة"],
      ["京", "東京タワー"],
      [`from:${bob.username} has:link`, "The menu"],
      ["on:today river", "Ramen at noon"],
    ] as const) {
      await field(page).fill(typed);
      await hit(page, found).waitFor();
    }
    await results(page).getByText("The server can’t be asked right now").waitFor();
    await screenshot(page, "search without a network");
    await hit(page, "Ramen at noon").click();

    await alice.mendNetwork();
    await field(page).press("Escape");
    await field(page).click();
    await results(page).getByRole("button", { name: "on:today river", exact: true }).waitFor();
    await screenshot(page, "recent searches");
    await results(page).getByRole("button", { name: "Clear" }).click();
    await results(page).getByText("whole phrases").waitFor();

    await page.goto("/search?q=%23lunch");
    await hit(page, "The menu").waitFor();
    expect(await results(page).getByText("can’t be asked").count()).toBe(0);
  },
);

async function isInSight(page: Page, text: string): Promise<boolean> {
  const box = await message(page, text)
    .boundingBox({ timeout: 2_000 })
    .catch(() => null);
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y < height;
}
