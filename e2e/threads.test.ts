import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { composer, message, openChat, send, tomorrowMorning, waitUntilSent } from "./support/conversing.ts";
import { createGroup } from "./support/grouping.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const thread = (page: Page) => page.getByRole("complementary", { name: "Thread" });
const replies = (page: Page) => page.getByRole("log", { name: /^Replies in / }).getByRole("article");
const timeline = (page: Page) => page.getByRole("log", { name: /^Messages/ }).getByRole("article");
const foot = (page: Page, text: string, name: RegExp) => message(page, text).getByRole("button", { name });

async function openThread(page: Page, text: string) {
  await timeline(page).filter({ hasText: text }).hover();
  await timeline(page).filter({ hasText: text }).getByRole("button", { name: "Reply in thread" }).click();
  await thread(page).getByRole("textbox", { name: "Reply in thread" }).waitFor();
}

async function reply(page: Page, text: string) {
  await thread(page).getByRole("textbox", { name: "Reply in thread" }).fill(text);
  await thread(page).getByRole("textbox", { name: "Reply in thread" }).press("Enter");
  await replies(page).filter({ hasText: text }).waitFor();
}

story("Alice and Bob talk in a thread, and the chat beside it stays as it was", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await createGroup(alice, "Lunch", [bob]);
  await send(alice.page, "Ramen?");
  await waitUntilSent(alice.page, ["Ramen?"]);
  await openChat(bob.page, "Lunch");
  await message(bob.page, "Ramen?").waitFor();

  await openThread(alice.page, "Ramen?");
  await reply(alice.page, "The one by the harbour");
  await foot(bob.page, "Ramen?", /1 reply/).click();
  await replies(bob.page).filter({ hasText: "harbour" }).waitFor();
  await reply(bob.page, "Closed on Mondays");
  await replies(alice.page).filter({ hasText: "Closed on Mondays" }).waitFor();
  await foot(alice.page, "Ramen?", /2 replies/).waitFor();
  expect(await timeline(alice.page).filter({ hasText: "Closed on Mondays" }).count()).toBe(0);

  await thread(alice.page).getByRole("checkbox", { name: "Also send to the chat" }).check();
  await reply(alice.page, "Then udon");
  await timeline(alice.page).filter({ hasText: "Then udon" }).getByRole("button", { name: "From a thread" }).waitFor();
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  expect(await accessibilityProblems(bob.page)).toEqual([]);

  await thread(bob.page).getByRole("link", { name: "Back" }).click();
  await message(bob.page, "Then udon").waitFor();
});

story(
  "in a thread Alice asks a poll, schedules and sends without a sound, and Bob sees where she writes",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", wide);
    await createGroup(alice, "Lunch", [bob]);
    await send(alice.page, "Ramen?");
    await openChat(bob.page, "Lunch");
    await message(bob.page, "Ramen?").waitFor();
    await openThread(alice.page, "Ramen?");
    await reply(alice.page, "Which one?");
    const field = thread(alice.page).getByRole("textbox", { name: "Reply in thread" });

    await field.pressSequentially("Hm");
    await foot(bob.page, "Ramen?", /1 reply.*typing/).waitFor();
    expect(await bob.page.getByRole("banner").getByText("is typing").count()).toBe(0);
    await foot(bob.page, "Ramen?", /1 reply/).click();
    await field.pressSequentially("m");
    await thread(bob.page)
      .getByText(/Alice is typing/)
      .waitFor();

    await field.fill("Asked quietly");
    await thread(alice.page).getByRole("button", { name: "Other ways to send" }).click();
    await alice.page.getByRole("menuitem", { name: "Send without a sound" }).click();
    await replies(bob.page)
      .filter({ hasText: "Asked quietly" })
      .getByRole("img", { name: "Sent without a sound" })
      .waitFor();

    await field.fill("Bring chopsticks");
    await thread(alice.page).getByRole("button", { name: "Other ways to send" }).click();
    await alice.page.getByRole("menuitem", { name: "Send later…" }).click();
    await tomorrowMorning(alice.page).click();
    await thread(alice.page)
      .getByRole("button", { name: /waits? for (its|their) time/ })
      .click();
    const list = alice.page.getByRole("dialog", { name: "Scheduled messages" });
    await list.getByText("From a thread").waitFor();
    await list.getByRole("button", { name: "Send now" }).click();
    await replies(bob.page).filter({ hasText: "Bring chopsticks" }).waitFor();
    await list.getByRole("button", { name: "Close", exact: true }).last().click();

    await thread(alice.page).getByRole("button", { name: "Add to the message" }).click();
    await alice.page.getByRole("menuitem", { name: "Poll" }).click();
    const poll = alice.page.getByRole("dialog");
    await poll.getByRole("textbox", { name: "Question" }).fill("Which noodles?");
    await poll.getByRole("textbox", { name: "Answer 1" }).fill("Thick");
    await poll.getByRole("textbox", { name: "Answer 1" }).press("Enter");
    await alice.page.keyboard.type("Thin");
    await poll.getByRole("button", { name: "Send the poll" }).click();
    await replies(bob.page).filter({ hasText: "Which noodles?" }).getByLabel("Thick").first().click();
    await replies(alice.page).filter({ hasText: "Which noodles?" }).getByText("1 has voted").waitFor();
    expect(await timeline(bob.page).filter({ hasText: "Which noodles?" }).count()).toBe(0);
    expect(await accessibilityProblems(alice.page)).toEqual([]);
  },
);

story(
  "Bob hears of a thread he follows in his list of threads, and reads and answers it without a network",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", wide);
    await createGroup(alice, "Lunch", [bob]);
    await openChat(bob.page, "Lunch");
    await send(bob.page, "Who cooks?");
    await message(alice.page, "Who cooks?").waitFor();
    await openThread(alice.page, "Who cooks?");
    await reply(alice.page, "Not me");

    await bob.page.getByRole("link", { name: "Threads, 1 with new replies" }).click();
    await bob.page
      .getByRole("main")
      .getByRole("link", { name: /Who cooks/ })
      .click();
    await replies(bob.page).filter({ hasText: "Not me" }).waitFor();
    await bob.page.getByRole("link", { name: "Threads", exact: true }).waitFor();

    await bob.cutNetwork();
    await bob.page.reload();
    await replies(bob.page).filter({ hasText: "Not me" }).waitFor();
    await reply(bob.page, "Then I do");
    await bob.mendNetwork();
    await replies(alice.page).filter({ hasText: "Then I do" }).waitFor();
  },
);

story(
  "Bob quotes a message of Alice's, goes to it and back, and sees in the quote what becomes of it",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", wide);
    await createGroup(alice, "Lunch", [bob]);
    await send(alice.page, "Ramen at noon?");
    await openChat(bob.page, "Lunch");
    for (let i = 0; i < 15; i++) await send(bob.page, `Let me think, ${i}`);
    await message(alice.page, "Let me think, 14").waitFor();

    await timeline(bob.page).filter({ hasText: "Ramen at noon?" }).scrollIntoViewIfNeeded();
    await timeline(bob.page).filter({ hasText: "Ramen at noon?" }).hover();
    await timeline(bob.page)
      .filter({ hasText: "Ramen at noon?" })
      .getByRole("button", { name: "Reply", exact: true })
      .click();
    await send(bob.page, "Yes, noon");
    const quoting = message(alice.page, "Yes, noon");
    await quoting.getByRole("button", { name: /Ramen at noon/ }).click();
    await alice.page.getByRole("button", { name: "Back to where you were" }).click();
    await alice.page.getByRole("button", { name: "Back to where you were" }).waitFor({ state: "detached" });

    await alice.page.getByRole("log").focus();
    await timeline(alice.page).filter({ hasText: "Yes, noon" }).focus();
    await alice.page.keyboard.press("r");
    expect(await composer(alice.page).evaluate((field) => field === document.activeElement)).toBe(true);
  },
);
