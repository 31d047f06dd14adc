import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, composer, message, openChat, send } from "./support/conversing.ts";
import { createGroup } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const plan = [
  "# Picnic",
  "Bring **bread**, _salt_ and ~~rain~~ a `rope`. #picnic",
  "1. Meet at [the pier](https://pier.example)",
  "2. Swim",
  "   - [x] towels",
  "   - [ ] sunscreen",
  "> Who said it never rains?",
  "```ts",
  'const when = "noon"; // sharp',
  "```",
  "قل **نعم** الآن",
  "The surprise: ||a cake||",
].join("\n");

story("Alice writes a plan with formats and mentions Bob, who finds it, uncovers it and answers", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await createGroup(alice, "Picnic", [bob]);
  await send(alice.page, plan);
  const shown = message(alice.page, "Picnic");
  await shown.getByRole("link", { name: "the pier" }).waitFor();
  await expect.poll(() => shown.locator("[data-code=keyword]").allInnerTexts()).toEqual(["const"]);

  await composer(alice.page).pressSequentially("See you there, @");
  await alice.page.getByRole("option", { name: "Bob" }).waitFor();
  await screenshot(alice.page, "formatting picker");
  await composer(alice.page).press("Enter");
  await composer(alice.page).pressSequentially("at noon :tad");
  await alice.page.getByRole("option", { name: ":tada:" }).waitFor();
  await composer(alice.page).press("Enter");
  await composer(alice.page).press("Enter");
  await message(alice.page, "See you there, @Bob at noon 🎉").waitFor();

  await bob.page.goto("/");
  await chatInList(bob.page, "Picnic").getByRole("img", { name: "You are mentioned" }).waitFor();
  await openChat(bob.page, "Picnic");
  await message(bob.page, "See you there").getByRole("button", { name: "@Bob" }).waitFor();
  const covered = message(bob.page, "surprise").getByRole("button", { name: "Hidden text. Show it" });
  await screenshot(bob.page, "formatting wide");
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await bob.page.setViewportSize(phone.viewport);
  await screenshot(bob.page, "formatting phone");
  await bob.page.emulateMedia({ colorScheme: "dark" });
  await screenshot(bob.page, "formatting phone dark");
  await covered.click();
  await covered.waitFor({ state: "detached" });
});

story("Bob, who knows no marks, makes a word bold by key, by bar and undoes it", async ({ cast }) => {
  const bob = await cast("Bob");
  const alice = await cast("Alice");
  await createGroup(bob, "Marks", [alice]);
  const field = composer(bob.page);
  await field.pressSequentially("now");
  await field.press("Control+a");
  await bob.page.getByRole("toolbar", { name: "Formatting" }).waitFor();
  await field.press("Control+b");
  await expect.poll(() => field.inputValue()).toBe("**now**");
  await field.press("Control+z");
  await expect.poll(() => field.inputValue()).toBe("now");
  await field.press("Control+a");
  await bob.page.getByRole("toolbar", { name: "Formatting" }).getByRole("button", { name: "Italic" }).click();
  await expect.poll(() => field.inputValue()).toBe("_now_");
  await screenshot(bob.page, "formatting bar");
  await field.press("End");
  await bob.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await bob.page.getByRole("searchbox", { name: "Find an emoji" }).fill("rocket");
  await bob.page.getByRole("button", { name: "rocket", exact: true }).click();
  await expect.poll(() => field.inputValue()).toBe("_now_🚀");
});
