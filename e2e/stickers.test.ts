import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { addPictures, drawnSticker, openStickers, pack, sendSticker, stickerIn } from "./support/sticking.ts";
import { story } from "./support/story.ts";

const touch = { ...phone, hasTouch: true, isMobile: true };

story("Alice makes a pack and sends a sticker; Bob keeps it and answers without a network", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", touch);
  await writeTo(alice, bob);
  await send(alice.page, "Look");
  await waitUntilSent(alice.page, ["Look"]);

  await openStickers(alice.page);
  await alice.page.getByText("No stickers yet").waitFor();
  await screenshot(alice.page, "stickers none wide");
  await alice.page.getByRole("button", { name: "New pack" }).click();
  const making = alice.page.getByRole("dialog", { name: "New sticker pack" });
  await making.getByRole("button", { name: "Save pack" }).click();
  await making.getByText("Give the pack a name.").waitFor();
  await making.getByRole("textbox", { name: "Name of the pack" }).fill("Soups");
  await addPictures(alice.page, [await drawnSticker("bowl.png", "#a33"), await drawnSticker("cup.png", "#3a3")]);
  await making
    .getByRole("button", { name: /^Stands for/ })
    .first()
    .click();
  await alice.page.getByRole("searchbox", { name: "Find an emoji" }).fill("steaming bowl");
  await alice.page.getByRole("button", { name: "steaming bowl" }).click();
  await making.getByRole("button", { name: "Stands for 🍜. Choose another emoji" }).waitFor();
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "stickers making wide");
  await making.getByRole("button", { name: "Save pack" }).click();
  await making.waitFor({ state: "detached" });

  await openStickers(alice.page);
  await alice.page.getByRole("button", { name: "Send sticker 🍜" }).waitFor();
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "stickers picker wide");
  await alice.page.getByRole("button", { name: "Send sticker 🍜" }).click();
  await stickerIn(alice.page, "🍜").waitFor();

  await openChat(bob.page, "Alice");
  await stickerIn(bob.page, "🍜").click();
  await pack(bob.page, "Soups").getByRole("img", { name: "Sticker 🙂" }).waitFor();
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "stickers pack phone");
  await pack(bob.page, "Soups").getByRole("button", { name: "Add pack" }).click();
  await openStickers(bob.page);
  await bob.page.getByRole("button", { name: "Send sticker 🙂" }).waitFor();
  await bob.page.waitForLoadState("networkidle");

  await bob.cutNetwork();
  await bob.page.reload();
  await openStickers(bob.page);
  await screenshot(bob.page, "stickers picker phone");
  await bob.page.getByRole("button", { name: "Send sticker 🙂" }).click();
  await stickerIn(bob.page, "🙂").waitFor();
  await screenshot(bob.page, "stickers waiting phone");
  await bob.mendNetwork();
  await stickerIn(alice.page, "🙂").waitFor();
  await screenshot(alice.page, "stickers in chat wide");
  expect(await accessibilityProblems(alice.page)).toEqual([]);

  const mobile = await alice.withAnotherDevice(touch);
  await signIn(mobile);
  await openChat(mobile.page, "Bob");
  await sendSticker(mobile.page, "🙂");
  await expect.poll(() => stickerIn(bob.page, "🙂").count(), { timeout: 60_000 }).toBe(2);
});

story("Alice makes a pack without a network; later she ends it, and Bob has it no longer", async ({ cast }) => {
  const alice = await cast("Alice", { ...wide, colorScheme: "dark" });
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await send(alice.page, "Look");
  await waitUntilSent(alice.page, ["Look"]);
  await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await openStickers(alice.page);
  await alice.page.getByRole("button", { name: "New pack" }).click();
  await alice.page.getByRole("textbox", { name: "Name of the pack" }).fill("Tides");
  await alice.cutNetwork();
  await addPictures(alice.page, [await drawnSticker("tide.png", "#33a")]);
  await alice.page.getByRole("button", { name: "Save pack" }).click();
  await sendSticker(alice.page, "🙂");
  await screenshot(alice.page, "stickers offline dark");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await alice.mendNetwork();

  await openChat(bob.page, "Alice");
  await stickerIn(bob.page, "🙂").click();
  await pack(bob.page, "Tides").getByRole("button", { name: "Add pack" }).click();
  await stickerIn(bob.page, "🙂").click();
  await pack(bob.page, "Tides").getByRole("button", { name: "Remove pack" }).waitFor();
  await bob.page.keyboard.press("Escape");
  await stickerIn(alice.page, "🙂").click();
  await pack(alice.page, "Tides").getByRole("button", { name: "Delete pack…" }).click();
  await screenshot(alice.page, "stickers ending dark");
  await pack(alice.page, "Tides").getByRole("button", { name: "Delete for everybody" }).click();

  await openStickers(bob.page);
  await bob.page.getByText("No stickers yet").waitFor();
  await bob.page.keyboard.press("Escape");
  await stickerIn(bob.page, "🙂").click();
  await bob.page.getByText("This sticker is in no pack any more.").waitFor();
});

story("Alice finds a moving picture by a word and sends it; Bob sees it move", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", touch);
  await writeTo(alice, bob);
  await alice.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await alice.page.locator(':focus[placeholder="Find an emoji"]').waitFor();
  await alice.page.getByRole("button", { name: "GIFs", exact: true }).click();
  await alice.page.getByRole("button", { name: "Send GIF Sun" }).waitFor();
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "gifs wide");
  await alice.page.getByRole("searchbox", { name: "Find a GIF" }).fill("birthday");
  await expect.poll(() => alice.page.getByRole("button", { name: /^Send GIF/ }).count()).toBe(1);
  await alice.page.getByRole("button", { name: "Send GIF Party" }).click();

  await openChat(bob.page, "Alice");
  const arrived = bob.page.getByRole("log").getByRole("button", { name: /Party/, includeHidden: true });
  await arrived.getByText("GIF").waitFor();
  await expect.poll(() => arrived.locator('img[src*="/original"]').count(), { timeout: 60_000 }).toBe(1);
  await screenshot(bob.page, "gifs arrived phone");
});
