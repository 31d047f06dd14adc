import { expect } from "vitest";
import {
  chatInList,
  composer,
  conversationState,
  deleteMessage,
  editMessage,
  message,
  openChat,
  send,
  shownOf,
  waitForTick,
  waitUntilSent,
  writeTo,
} from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story("Alice and Bob talk live, and see each other come, type and read", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);

  await writeTo(alice, bob);
  await send(alice.page, "Ramen at noon?");
  await waitForTick(alice.page, "Ramen at noon?", "Delivered");
  await chatInList(bob.page, "Alice").getByLabel("1 unread").waitFor();
  await openChat(bob.page, "Alice");
  await waitForTick(alice.page, "Ramen at noon?", "Read");
  await conversationState(alice.page).getByText("online", { exact: true }).waitFor();

  await composer(bob.page).pressSequentially("Yes, at", { delay: 5 });
  await alice.page.getByRole("log").getByText("Bob is typing").waitFor();
  await composer(bob.page).fill("Yes, at the corner");
  await composer(bob.page).press("Enter");
  await message(alice.page, "Yes, at the corner").waitFor();
  await alice.page.getByRole("log").getByText("Bob is typing").waitFor({ state: "hidden" });
});

story("Nothing moves under Bob's press, whatever comes in", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Where shall we eat?");
  await openChat(bob.page, "Alice");
  for (let n = 1; n <= 12; n++) await send(bob.page, `One of ${n}\n\nor another`);
  await waitUntilSent(bob.page, ["One of 12"]);

  const topOf = () => message(bob.page, "One of 12").evaluate((it) => Math.round(it.getBoundingClientRect().top));
  const top = await topOf();
  await message(bob.page, "One of 12").hover();
  await bob.page.mouse.down();
  await send(alice.page, "The first\n\nI think");
  await message(bob.page, "The first").waitFor({ state: "attached" });
  await bob.page.waitForTimeout(300);
  expect(await topOf()).toBe(top);
  await bob.page.mouse.up();
  await eventually(topOf).toBeLessThan(top);
  await message(bob.page, "The first").waitFor();
});

story("Bob sees what Alice edits and deletes change at once", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Meet at three");
  await send(alice.page, "Bring your umbrella");
  await openChat(bob.page, "Alice");

  await editMessage(alice.page, "Meet at three", "Meet at four");
  await message(bob.page, "Meet at four").getByRole("button", { name: "Edited. Show earlier versions" }).click();
  await bob.page.getByRole("dialog", { name: "Earlier versions" }).getByText("Meet at three").waitFor();
  await bob.page.getByRole("button", { name: "Close" }).click();

  await deleteMessage(alice.page, "Bring your umbrella");
  await message(bob.page, "Alice deleted this message").waitFor();
  expect(await shownOf(bob.page, ["Meet at four", "Bring your umbrella"])).toEqual(["Meet at four"]);

  await bob.page.reload();
  await message(bob.page, "Alice deleted this message").waitFor();
  expect(await bob.page.content()).not.toContain("Bring your umbrella");
});

story("what Alice has not finished writing is still there after a reload", async ({ cast }) => {
  const alice = await cast("Alice", phone);
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await send(alice.page, "Hello Bob");
  await composer(alice.page).fill("About the lease: I think we sho");
  await alice.page.getByText("Saved on this device").waitFor({ state: "attached" });

  await alice.page.reload();
  await eventually(() => composer(alice.page).inputValue()).toBe("About the lease: I think we sho");
  await alice.page.goto("/");
  await chatInList(alice.page, "Bob").getByText("Draft:").waitFor();
});

story("a megabyte of pasted text stays in the composer, with a sentence about its length", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Here comes my novel");

  await composer(alice.page).focus();
  await alice.page.keyboard.insertText("Chapter one. ".repeat(80_660));
  await composer(alice.page).press("Enter");

  await alice.page.getByRole("alert").getByText("characters too many. Shorten it or send it in two.").waitFor();
  expect((await composer(alice.page).inputValue()).length).toBe(13 * 80_660);
  await composer(alice.page).fill("Chapter one.");
  await composer(alice.page).press("Enter");
  await waitUntilSent(alice.page, ["Chapter one."]);
  expect(await shownOf(alice.page, ["Here comes my novel", "Chapter one."])).toEqual([
    "Here comes my novel",
    "Chapter one.",
  ]);
});

story("a double click on Send sends once", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await composer(alice.page).fill("Once is enough");
  await alice.page.getByRole("button", { name: "Send", exact: true }).dblclick();
  await send(alice.page, "And this came after");

  await openChat(bob.page, "Alice");
  await message(bob.page, "And this came after").waitFor();
  expect(await shownOf(bob.page, ["Once is enough", "And this came after"])).toEqual([
    "Once is enough",
    "And this came after",
  ]);
});
