import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, composer, message, openChat, writeTo } from "./support/conversing.ts";
import { createGroup } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

async function add(page: Page, what: string) {
  await page.getByRole("button", { name: "Add to the message" }).click();
  await page.getByRole("menuitem", { name: what }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

async function ask(page: Page, question: string, answers: string[], also: string[] = []) {
  const dialog = await add(page, "Poll");
  await dialog.getByRole("textbox", { name: "Question" }).fill(question);
  await dialog.getByRole("textbox", { name: "Answer 1" }).fill(answers[0] ?? "");
  for (const [i, answer] of answers.slice(1).entries()) {
    await dialog.getByRole("textbox", { name: `Answer ${i + 1}`, exact: true }).press("Enter");
    await page.keyboard.type(answer);
  }
  for (const name of also) await dialog.getByRole("switch", { name }).click();
  return dialog;
}

const option = (page: Page, poll: string, name: string) => message(page, poll).getByLabel(name).first();
const foot = (page: Page, poll: string, text: string) => message(page, poll).getByText(text).first().waitFor();

story("Alice asks a group, everyone votes, changes and takes back, one of them offline", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob", phone);
  const dana = await cast("Dana");
  await createGroup(alice, "Lunch", [bob, dana]);

  const dialog = await ask(alice.page, "Which noodle?", ["Ramen"]);
  await dialog.getByRole("button", { name: "Send the poll" }).click();
  await dialog.getByText("Write at least two answers.").waitFor();
  await dialog.getByRole("textbox", { name: "Answer 1" }).press("Enter");
  await alice.page.keyboard.type("Udon");
  await alice.page.keyboard.press("Enter");
  await alice.page.keyboard.type("Soba");
  await alice.page.keyboard.press("Alt+ArrowUp");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "poll editor");
  await dialog.getByRole("button", { name: "Send the poll" }).click();
  await message(alice.page, "Which noodle?").waitFor();

  await chatInList(bob.page, "Lunch").getByText("Poll: Which noodle?").waitFor();
  await openChat(bob.page, "Lunch");
  await option(bob.page, "Which noodle?", "Soba").check();
  await foot(alice.page, "Which noodle?", "1 has voted");
  await openChat(dana.page, "Lunch");
  await foot(dana.page, "Which noodle?", "1 has voted");
  await dana.cutNetwork();
  await option(dana.page, "Which noodle?", "Soba").check();
  await foot(dana.page, "Which noodle?", "2 have voted");
  await option(dana.page, "Which noodle?", "Ramen").check();
  await dana.mendNetwork();
  await foot(alice.page, "Which noodle?", "2 have voted");
  await option(alice.page, "Which noodle?", "Soba").check();
  await message(alice.page, "Which noodle?").getByText("67 %").waitFor();
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "poll voted");
  await bob.page.emulateMedia({ colorScheme: "dark" });
  await screenshot(bob.page, "poll voted phone dark");

  await message(alice.page, "Which noodle?").hover();
  await message(alice.page, "Which noodle?").getByRole("button", { name: "Who voted" }).click();
  const voters = alice.page.getByRole("dialog", { name: "Who voted" });
  await voters.getByText("Bob").first().waitFor();
  await screenshot(alice.page, "poll voters");
  await voters.getByRole("button", { name: "Close" }).click();

  await message(bob.page, "Which noodle?").getByRole("button", { name: "Take my vote back" }).click();
  await foot(alice.page, "Which noodle?", "2 have voted");
  await message(alice.page, "Which noodle?").getByRole("button", { name: "Close…" }).click();
  await alice.page.getByRole("button", { name: "Close the poll" }).click();
  await foot(bob.page, "Which noodle?", "Closed");
  await expect.poll(() => option(bob.page, "Which noodle?", "Udon").isDisabled()).toBe(true);
});

story("Bob learns what is right once he has answered the quiz", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  const dialog = await ask(alice.page, "What is soba made of?", ["Wheat", "Buckwheat"], ["Quiz"]);
  await dialog.getByRole("radio", { name: "Answer 2 is right" }).check();
  await dialog.getByRole("textbox", { name: "Explanation" }).fill("It is what the name says.");
  await dialog.getByRole("button", { name: "Send the poll" }).click();

  await openChat(bob.page, "Alice");
  await option(bob.page, "What is soba made of?", "Wheat").check();
  await message(bob.page, "What is soba").getByRole("button", { name: "Vote", exact: true }).click();
  await foot(bob.page, "What is soba", "It is what the name says.");
  expect(await message(alice.page, "What is soba").getByText("It is what the name says.").count()).toBe(0);
  await screenshot(bob.page, "quiz answered");
  await bob.page.reload();
  await foot(bob.page, "What is soba", "It is what the name says.");
});

story("Alice shares code, a place and a contact, and Bob opens them", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await composer(alice.page).fill("Have a look");
  await composer(alice.page).press("Enter");

  const code = await add(alice.page, "Code snippet");
  await code.getByRole("textbox", { name: "File name" }).fill("noodle.ts");
  await code
    .getByRole("textbox", { name: "Code" })
    .fill(Array.from({ length: 30 }, (_, i) => `const bowl${i} = "ramen";`).join("\n"));
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await code.getByRole("button", { name: "Send" }).click();

  const place = await add(alice.page, "Location");
  await place
    .getByRole("textbox", { name: "Coordinates" })
    .fill("https://www.openstreetmap.org/#map=15/59.32938/18.06871");
  await place.getByRole("textbox", { name: "What is there" }).fill("The harbour");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await place.getByRole("button", { name: "Send" }).click();

  const contact = await add(alice.page, "Contact");
  await contact.getByRole("button", { name: "Somebody else" }).click();
  await contact.getByRole("textbox", { name: "Name" }).fill("Noa Lind");
  await contact.getByRole("textbox", { name: "Phone numbers" }).fill("+46 70 123 45 67");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "contact editor");
  await contact.getByRole("button", { name: "Send" }).click();

  await chatInList(bob.page, "Alice").getByText("Contact: Noa Lind").waitFor();
  await openChat(bob.page, "Alice");
  await message(bob.page, "Noa Lind").getByRole("link", { name: "+46 70 123 45 67" }).waitFor();
  await message(bob.page, "The harbour").getByText("59.32938° N, 18.06871° E").waitFor();
  expect(await message(bob.page, "The harbour").getByRole("link", { name: "Open in maps" }).getAttribute("href")).toBe(
    "geo:59.32938,18.06871?q=59.32938,18.06871(The%20harbour)",
  );
  expect(await message(bob.page, "The harbour").getByRole("button", { name: "Show the map" }).count()).toBe(0);
  const snippet = message(bob.page, "noodle.ts");
  await snippet.getByRole("button", { name: "Show 18 more lines" }).scrollIntoViewIfNeeded();
  const topOf = () => snippet.evaluate((it) => Math.round(it.getBoundingClientRect().top));
  const top = await topOf();
  await snippet.getByRole("button", { name: "Show 18 more lines" }).click();
  await snippet.getByText("bowl29").waitFor();
  expect(await topOf()).toBe(top);
  await message(bob.page, "noodle.ts").getByRole("button", { name: "Show less" }).click();
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "cards");
});
