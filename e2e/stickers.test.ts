import { smallHeic } from "@parley/api/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { composer, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import {
  addPictures,
  carryByFinger,
  drawnSticker,
  middleOf,
  openStickers,
  pack,
  sendSticker,
  stickerIn,
} from "./support/sticking.ts";
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
  const chooser = alice.page.waitForEvent("filechooser");
  await making.getByRole("button", { name: "Add pictures" }).click();
  await (await chooser).setFiles({ name: "phone.heic", mimeType: "image/heic", buffer: smallHeic });
  await alice.page.getByText("phone.heic is no picture that can be read.").waitFor();
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

story("Alice puts the stickers of her pack in order by mouse, by keyboard and by finger", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await send(alice.page, "Look");
  await waitUntilSent(alice.page, ["Look"]);
  await openStickers(alice.page);
  await alice.page.getByRole("button", { name: "New pack" }).click();
  const making = alice.page.getByRole("dialog", { name: "New sticker pack" });
  await making.getByRole("textbox", { name: "Name of the pack" }).fill("Soups");
  await addPictures(alice.page, [
    await drawnSticker("red.png", "#a33"),
    await drawnSticker("green.png", "#3a3"),
    await drawnSticker("blue.png", "#33a"),
  ]);
  const emoji = ["🍅", "🥬", "🫐"];
  const words = ["tomato", "leafy green", "blueberries"];
  for (const [n, word] of words.entries()) {
    await making
      .getByRole("button", { name: /^Stands for/ })
      .nth(n)
      .click();
    await alice.page.getByRole("searchbox", { name: "Find an emoji" }).fill(word);
    await alice.page.getByRole("button", { name: word, exact: true }).click();
    await making.getByRole("button", { name: `Sticker ${emoji[n]}, ${n + 1} of 3` }).waitFor();
  }
  expect(await accessibilityProblems(alice.page)).toEqual([]);

  const tile = (page: Page, of: string) => page.getByRole("button", { name: new RegExp(`^Sticker ${of}, `) });
  await tile(alice.page, "🫐").hover();
  const to = await middleOf(tile(alice.page, "🍅"));
  await alice.page.mouse.down();
  await alice.page.mouse.move(to.x, to.y, { steps: 8 });
  await screenshot(alice.page, "stickers carried wide");
  await alice.page.mouse.up();
  await alice.page.getByRole("button", { name: "Sticker 🫐, 1 of 3" }).waitFor();
  await tile(alice.page, "🥬").focus();
  await alice.page.keyboard.press("ArrowLeft");
  await alice.page.getByRole("button", { name: "Sticker 🥬, 2 of 3" }).waitFor();
  expect(await tile(alice.page, "🥬").evaluate((it) => it === document.activeElement)).toBe(true);
  await making.getByText("Now 2 of 3").waitFor();
  await making.getByRole("button", { name: "Save pack" }).click();

  const mobile = await alice.withAnotherDevice(touch);
  await signIn(mobile);
  await openChat(mobile.page, "Bob");
  await openStickers(mobile.page);
  await mobile.page.getByRole("button", { name: "Soups" }).click();
  await pack(mobile.page, "Soups").getByRole("button", { name: "Edit" }).click();
  await mobile.page.getByRole("button", { name: "Sticker 🫐, 1 of 3" }).waitFor();
  await carryByFinger(mobile.page, tile(mobile.page, "🫐"), tile(mobile.page, "🍅"));
  await mobile.page.getByRole("button", { name: "Sticker 🫐, 3 of 3" }).waitFor();
  await screenshot(mobile.page, "stickers order phone");
  await mobile.page.getByRole("button", { name: "Save pack" }).click();
  await openStickers(alice.page);
  const grid = alice.page.getByRole("region", { name: "Soups" }).getByRole("button", { name: /^Send sticker/ });
  await expect
    .poll(() => grid.evaluateAll((all) => all.map((it) => it.ariaLabel?.replace("Send sticker ", ""))), {
      timeout: 60_000,
    })
    .toEqual(["🥬", "🍅", "🫐"]);
});

story("Alice shares a pack by its link, in a chat too; Bob opens it and keeps the pack", async ({ cast }) => {
  const alice = await cast("Alice", { ...wide, permissions: ["clipboard-read", "clipboard-write"] });
  const bob = await cast("Bob", touch);
  await writeTo(alice, bob);
  await send(alice.page, "Look");
  await waitUntilSent(alice.page, ["Look"]);
  await openStickers(alice.page);
  await alice.page.getByRole("button", { name: "New pack" }).click();
  await alice.page.getByRole("textbox", { name: "Name of the pack" }).fill("Harbour");
  await addPictures(alice.page, [await drawnSticker("tide.png", "#33a"), await drawnSticker("sun.png", "#ca3")]);
  await alice.page.getByRole("button", { name: "Save pack" }).click();
  await openStickers(alice.page);
  await alice.page.getByRole("button", { name: "Harbour" }).click();
  const sheet = pack(alice.page, "Harbour");
  const told = alice.page.waitForResponse((it) => /setOwn/.test(it.url()) && it.ok());
  await sheet.getByRole("switch", { name: "Share by a link" }).check();
  await told;
  await screenshot(alice.page, "stickers sharing wide");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  // Whoever changes the pack goes on sharing it.
  await sheet.getByRole("button", { name: "Edit" }).click();
  await alice.page.getByRole("button", { name: "Save pack" }).click();
  await openStickers(alice.page);
  await alice.page.getByRole("button", { name: "Harbour" }).click();
  await sheet.getByRole("switch", { name: "Share by a link", checked: true }).waitFor();
  await sheet.getByRole("button", { name: "Copy link" }).click();
  const link = await alice.page.evaluate(() => navigator.clipboard.readText());
  await sheet.getByRole("button", { name: "Send to a chat" }).click();
  await alice.page.getByRole("main").getByRole("button", { name: "Bob" }).click();
  await expect.poll(() => composer(alice.page).inputValue()).toContain(link);
  await composer(alice.page).press("Enter");

  await openChat(bob.page, "Alice");
  const shared = bob.page
    .getByRole("log")
    .getByRole("link", { name: /stickers/ })
    .first();
  expect(await shared.getAttribute("href")).toBe(link);
  await bob.page.goto(link);
  await pack(bob.page, "Harbour").getByRole("img", { name: "Sticker 🙂" }).first().waitFor();
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "stickers link phone");
  await pack(bob.page, "Harbour").getByRole("button", { name: "Add pack" }).click();
  await openChat(bob.page, "Alice");
  await openStickers(bob.page);
  await bob.page.getByRole("button", { name: "Send sticker 🙂" }).first().click();
  await stickerIn(alice.page, "🙂").waitFor();

  await bob.page.goto("/settings/language");
  await bob.page.getByRole("radio", { name: "العربية" }).check();
  await bob.page.locator("html[dir=rtl]").waitFor();
  await bob.page.goto(link);
  await pack(bob.page, "Harbour").getByRole("button", { name: "نسخ الرابط" }).waitFor();
  await screenshot(bob.page, "stickers link phone arabic");
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await bob.page.goto(link.replace(/.$/, (it) => (it === "0" ? "1" : "0")));
  await bob.page.getByRole("dialog").getByText("لم تعد هذه الحزمة مشاركة").waitFor();
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
