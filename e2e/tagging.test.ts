import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chooseFromMenu, deleteMessage, message, openChat, send, writeTo } from "./support/conversing.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn } from "./support/sign-up.ts";
import { phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const touch = { ...phone, hasTouch: true, isMobile: true };

story("Bob gives tags to what he saved without a network, and finds it by them on his phone", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  for (const text of ["The door code is 4711", "Ramen at noon", "Trains leave at ten"]) await send(alice.page, text);
  await openChat(bob.page, "Alice");
  await message(bob.page, "Trains leave at ten").waitFor();
  for (const text of ["The door code is 4711", "Ramen at noon", "Trains leave at ten"])
    await chooseFromMenu(bob.page, text, "Save");
  await bob.page.getByRole("button", { name: "Show" }).click();
  await message(bob.page, "Trains leave at ten").getByText("Forwarded from").waitFor();
  await message(bob.page, "The door code is 4711").waitFor();
  const mobile = await bob.withAnotherDevice(touch);
  await signIn(mobile);

  await bob.cutNetwork();
  const tags = bob.page.getByRole("dialog", { name: "Tags" });
  await chooseFromMenu(bob.page, "The door code is 4711", "Tags…");
  await tags.getByRole("textbox", { name: "New tag" }).fill("House");
  await tags.getByRole("button", { name: "Add", exact: true }).click();
  await tags.getByRole("button", { name: "House", pressed: true }).waitFor();
  await tags.getByRole("textbox", { name: "New tag" }).fill("To do");
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "tags dialog");
  await tags.getByRole("button", { name: "Save tags" }).click();
  await message(bob.page, "The door code is 4711").getByRole("link", { name: "To do", includeHidden: true }).waitFor();
  await chooseFromMenu(bob.page, "Trains leave at ten", "Tags…");
  await tags.getByRole("button", { name: "To do" }).click();
  await tags.getByRole("button", { name: "Save tags" }).click();

  const row = bob.page.getByRole("group", { name: "Filter by tag" });
  await row.getByRole("button", { name: "House" }).click();
  await expect.poll(() => message(bob.page, "Trains leave at ten").count()).toBe(0);
  await message(bob.page, "The door code is 4711").waitFor();
  await row.getByRole("button", { name: "To do" }).click();
  await message(bob.page, "Trains leave at ten").waitFor();
  await message(bob.page, "The door code is 4711").waitFor();
  expect(await message(bob.page, "Ramen at noon").count()).toBe(0);
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "tags filtered");
  await bob.page.getByRole("button", { name: "Search in this chat" }).click();
  await bob.page.getByRole("searchbox", { name: "Search in this chat" }).fill("#house");
  await bob.page.getByText("1 of 1").waitFor();
  await bob.page.keyboard.press("Escape");
  await row.getByRole("button", { name: "To do" }).click();
  await message(bob.page, "Ramen at noon").waitFor();
  await bob.mendNetwork();

  await openChat(mobile.page, "Saved messages");
  await message(mobile.page, "The door code is 4711").getByText("To do").waitFor();
  await screenshot(mobile.page, "tags on the phone");
  await message(mobile.page, "The door code is 4711").getByText("House").click();
  await expect.poll(() => message(mobile.page, "Ramen at noon").count()).toBe(0);
  await mobile.page.emulateMedia({ colorScheme: "dark" });
  await screenshot(mobile.page, "tags on the phone dark");
  await mobile.page.goto("/search?q=%23todo+trains");
  await mobile.page.getByRole("link", { name: /Trains leave at ten/ }).waitFor();
  expect(await mobile.page.getByRole("link", { name: /4711/ }).count()).toBe(0);

  await chooseFromMenu(bob.page, "Trains leave at ten", "Tags…");
  await tags.getByRole("button", { name: "To do", pressed: true }).click();
  await tags.getByRole("button", { name: "Save tags" }).click();
  await openChat(mobile.page, "Saved messages");
  await expect.poll(() => message(mobile.page, "Trains leave at ten").getByText("To do").count()).toBe(0);

  // What is deleted leaves no tag behind.
  await deleteMessage(bob.page, "The door code is 4711");
  await expect.poll(() => mobile.page.getByRole("group", { name: "Filter by tag" }).count()).toBe(0);
});
