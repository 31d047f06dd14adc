import type { Page } from "playwright-core";
import { expect } from "vitest";
import { chooseFromMenu, message, openChat, send, writeTo } from "./support/conversing.ts";
import { story } from "./support/story.ts";

const pill = (page: Page, text: string, emoji: string) =>
  message(page, text)
    .getByRole("group", { name: "Reactions" })
    .getByRole("button", { name: new RegExp(`^${emoji}`) });

story("Bob reacts from the quick bar, the picker and by double click, and Alice sees it at once", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "Ramen at noon?");
  await openChat(bob.page, "Alice");
  await message(bob.page, "Ramen at noon?").waitFor();

  await message(bob.page, "Ramen").hover();
  await message(bob.page, "Ramen").getByRole("button", { name: "React" }).click();
  await bob.page.getByRole("menuitemcheckbox", { name: "👍" }).click();
  await pill(alice.page, "Ramen", "👍").waitFor();

  await chooseFromMenu(bob.page, "Ramen at noon?", "All emoji");
  await bob.page.getByRole("searchbox", { name: "Find an emoji" }).fill("steaming bowl");
  await bob.page.getByRole("button", { name: "steaming bowl" }).click();
  await pill(alice.page, "Ramen", "🍜").waitFor();

  await message(bob.page, "Ramen").getByText("Ramen at noon?").dblclick();
  await pill(alice.page, "Ramen", "❤️").waitFor();

  await pill(alice.page, "Ramen", "👍").click();
  await pill(bob.page, "Ramen", "👍 Bob, Alice|👍 You, Alice").waitFor();
  await pill(bob.page, "Ramen", "👍").click();
  await expect.poll(() => pill(alice.page, "Ramen", "👍").getAttribute("aria-label")).toBe("👍 You");

  await chooseFromMenu(alice.page, "Ramen at noon?", "Who reacted");
  await alice.page.getByRole("dialog", { name: "Who reacted" }).getByText("Bob").first().waitFor();
});

story("Alice reacts without a network, and Bob sees it once she is back", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "Before the tunnel");
  await openChat(bob.page, "Alice");
  await send(bob.page, "Good luck in there");
  await message(alice.page, "Good luck in there").waitFor();

  await alice.cutNetwork();
  await message(alice.page, "Good luck").getByText("Good luck in there").dblclick();
  await pill(alice.page, "Good luck", "❤️").waitFor();
  expect(await pill(bob.page, "Good luck", "❤️").count()).toBe(0);

  await alice.mendNetwork();
  await pill(bob.page, "Good luck", "❤️").waitFor();
});

story("Bob pins two messages, Alice steps through them in the bar, and unpins one", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "Friday at 17:00");
  await send(alice.page, "Six files, 40 MB each");
  await openChat(bob.page, "Alice");

  const bobsBar = bob.page.getByRole("region", { name: "Pinned messages" });
  for (const [n, text] of ["Friday at 17:00", "Six files, 40 MB each"].entries()) {
    await chooseFromMenu(bob.page, text, "Pin");
    // The bar and the line move the messages, and what the mouse is over.
    await bobsBar.getByText(text).waitFor();
    await bob.page.getByRole("log").getByText("You pinned a message").nth(n).waitFor();
  }

  const bar = alice.page.getByRole("region", { name: "Pinned messages" });
  await bar.getByText("Six files, 40 MB each").waitFor();
  await alice.page.getByRole("log").getByText("Bob pinned a message").first().waitFor();
  await bar.getByRole("button", { name: /^Go to pinned message 2 of 2/ }).click();
  await bar.getByText("Friday at 17:00").waitFor();
  await bar.getByRole("button", { name: "Unpin" }).click();
  await bobsBar.getByText("Pinned.", { exact: true }).waitFor();
});
