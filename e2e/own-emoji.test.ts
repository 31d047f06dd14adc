import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import {
  chatInList,
  chooseFromMenu,
  composer,
  message,
  openChat,
  send,
  waitUntilSent,
  writeTo,
} from "./support/conversing.ts";
import type { Given } from "./support/filing.ts";
import { addEmoji, giveEmoji, isSeen, openEmoji } from "./support/own-emoji.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone, wide } from "./support/sizes.ts";
import { drawnSticker } from "./support/sticking.ts";
import { story } from "./support/story.ts";

const touch = { ...phone, hasTouch: true, isMobile: true };
const emojiIn = (page: Page, text: string, name: string) =>
  message(page, text).locator(".bubble").getByRole("img", { name, exact: true });
/** On a phone Enter begins a new line. */
const tapSend = (page: Page) => page.getByRole("button", { name: "Send", exact: true }).click();
const pill = (page: Page, text: string, name: string) =>
  message(page, text)
    .getByRole("group", { name: "Reactions" })
    .getByRole("button", { name: new RegExp(`^${name}`) });

story("Alice makes an emoji; Bob sees it at once, writes it, reacts with it, and has it offline", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", touch);
  await writeTo(alice, bob);
  await send(alice.page, "Is it :big_ramen: today?");
  await waitUntilSent(alice.page, ["Is it :big_ramen: today?"]);
  await openChat(bob.page, "Alice");
  await message(bob.page, ":big_ramen:").waitFor();

  await (await openEmoji(alice.page)).getByRole("button", { name: "Add emoji" }).click();
  const form = alice.page.getByRole("dialog", { name: "Add emoji" });
  await form.getByRole("textbox", { name: "Name" }).fill("Rocket");
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await form.getByText("Choose a picture first.").waitFor();
  await form.getByText("This is what 🚀 is called already.").waitFor();
  await screenshot(alice.page, "own emoji form wide");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await giveEmoji(alice.page, "big_ramen", await drawnSticker("bowl.png", "#a33"));

  // What was written before shows it from now on, on both screens.
  await isSeen(emojiIn(alice.page, "Is it", "big ramen"));
  await isSeen(emojiIn(bob.page, "Is it", "big ramen"));

  await composer(bob.page).fill("Yes, :big");
  await bob.page.getByRole("option", { name: ":big_ramen:" }).getByRole("img").waitFor();
  await screenshot(bob.page, "own emoji suggested phone");
  await bob.page.getByRole("option", { name: ":big_ramen:" }).click();
  expect(await composer(bob.page).inputValue()).toBe("Yes, :big_ramen: ");
  await tapSend(bob.page);
  await isSeen(emojiIn(alice.page, "Yes,", "big ramen"));
  await message(bob.page, "Yes,").waitFor();

  await message(alice.page, "Yes,").hover();
  await message(alice.page, "Yes,").getByRole("button", { name: "React" }).click();
  await alice.page.getByRole("menuitem", { name: "All emoji" }).click();
  await alice.page.getByRole("searchbox", { name: "Find an emoji" }).fill("ramen");
  await screenshot(alice.page, "own emoji found wide");
  await alice.page.getByRole("button", { name: "big ramen" }).click();
  await pill(bob.page, "Yes,", "big ramen").getByRole("img", { includeHidden: true }).waitFor();

  await send(alice.page, ":big_ramen:");
  const alone = bob.page.locator(".msg--jumbo").getByRole("img", { name: "big ramen" });
  await isSeen(alone);
  expect((await alone.boundingBox())?.height).toBeGreaterThan(36);
  await screenshot(bob.page, "own emoji chat phone");
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await bob.page.goto("/");
  await isSeen(chatInList(bob.page, "Alice").getByRole("img", { name: "big ramen" }));
  await screenshot(bob.page, "own emoji list phone");

  await bob.cutNetwork();
  await openChat(bob.page, "Alice");
  await isSeen(emojiIn(bob.page, "Yes,", "big ramen"));
  await bob.page.getByRole("button", { name: "Emoji", exact: true }).click();
  await isSeen(bob.page.getByRole("region", { name: "Made here" }).getByRole("img", { name: "big ramen" }));
  await screenshot(bob.page, "own emoji picker phone");
});

story(
  "Alice copies what was written; she renames and removes an emoji, and its name stays as words",
  async ({ cast }) => {
    const alice = await cast("Alice", {
      ...wide,
      colorScheme: "dark",
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const bob = await cast("Bob", wide);
    await writeTo(alice, bob);
    await addEmoji(alice.page, "tide", await drawnSticker("tide.png", "#39c"));
    await send(alice.page, "High :tide: at nine");
    await openChat(bob.page, "Alice");
    await isSeen(emojiIn(bob.page, "High", "tide"));

    await isSeen(emojiIn(alice.page, "High", "tide"));
    await message(alice.page, "High").locator(".bubble__text").selectText();
    await alice.page.keyboard.press("Control+c");
    expect(await alice.page.evaluate(() => navigator.clipboard.readText())).toContain("High :tide: at nine");

    await (await openEmoji(alice.page)).getByRole("button", { name: "Manage" }).click();
    const sheet = alice.page.getByRole("dialog", { name: "Emoji made here" });
    await sheet.getByText("Made by you").waitFor();
    expect(await accessibilityProblems(alice.page)).toEqual([]);
    await screenshot(alice.page, "own emoji sheet dark");
    await sheet.getByRole("button", { name: "Rename :tide:" }).click();
    await alice.page.getByRole("textbox", { name: "Name" }).fill("high-tide");
    await alice.page.getByRole("button", { name: "Rename", exact: true }).click();
    await sheet.getByRole("button", { name: "Rename :high-tide:" }).waitFor();
    await (await openEmoji(bob.page)).getByRole("button", { name: "high tide" }).waitFor();
    // What was written with its first name shows it still.
    await isSeen(emojiIn(bob.page, "High", "tide"));
    await bob.page.getByRole("button", { name: "Manage" }).click();
    const his = bob.page.getByRole("dialog", { name: "Emoji made here" });
    await his.getByRole("listitem").filter({ hasText: ":high-tide:" }).getByText("Made by Alice").waitFor();
    expect(await his.getByRole("button", { name: /^(Rename|Remove)/ }).count()).toBe(0);
    await bob.page.keyboard.press("Escape");

    await sheet.getByRole("button", { name: "Remove :high-tide:" }).click();
    await sheet.getByRole("button", { name: "Remove for everybody" }).click();
    await sheet.getByText(":high-tide:").first().waitFor({ state: "detached" });
    await message(bob.page, "High :tide: at nine").waitFor();
    expect(await emojiIn(bob.page, "High", "tide").count()).toBe(0);
  },
);

story(
  "Alice adds a moving emoji without a network and reacts with it; Bob sees it once she is back",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", wide);
    await writeTo(alice, bob);
    await send(alice.page, "Look");
    await waitUntilSent(alice.page, ["Look"]);
    await openChat(bob.page, "Alice");
    await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    await (await openEmoji(alice.page)).getByRole("button", { name: "Add emoji" }).click();
    await alice.page.getByRole("dialog", { name: "Add emoji" }).waitFor();
    await alice.cutNetwork();
    await giveEmoji(alice.page, "blink", await movingPicture());
    await send(alice.page, "A :blink: from the tunnel");
    await isSeen(emojiIn(alice.page, "from the tunnel", "blink"));
    await chooseFromMenu(alice.page, "Look", "All emoji");
    await alice.page.getByRole("region", { name: "Made here" }).getByRole("button", { name: "blink" }).click();
    await pill(alice.page, "Look", "blink").waitFor();
    expect(await bob.page.getByText("from the tunnel").count()).toBe(0);

    await alice.mendNetwork();
    await isSeen(emojiIn(bob.page, "from the tunnel", "blink"));
    await pill(bob.page, "Look", "blink").waitFor();
    await pill(bob.page, "Look", "blink").click();
    await expect.poll(() => pill(alice.page, "Look", "blink").getAttribute("aria-label")).toMatch(/You.*Bob|Bob.*You/);
  },
);

story("The emoji made here are right in Arabic, on a phone and wide, in both themes", async ({ cast }) => {
  const alice = await cast("Alice", touch);
  const { page } = alice;
  // Everybody here has it, also who plays this a second time.
  const name = `wave${Date.now() % 100_000}`;
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await composer(page).fill("Look");
  await tapSend(page);
  await addEmoji(page, name, await drawnSticker("wave.png", "#39c"));
  await page.goto("/settings/language");
  await page.getByRole("radio", { name: "العربية" }).check();
  await page.locator("html[dir=rtl]").waitFor();
  await page.goto("/");
  await page.getByRole("link", { name: "Bob" }).first().click();
  await page.getByRole("textbox", { name: /Bob/ }).fill(`المد :${name}: عالٍ`);
  await page.getByRole("button", { name: "إرسال", exact: true }).click();
  await isSeen(page.getByRole("log").getByRole("img", { name }));
  await page.getByRole("button", { name: "رموز تعبيرية", exact: true }).click();
  await page.getByRole("region", { name: "صُنعت هنا" }).getByRole("button", { name }).waitFor();
  await screenshot(page, "own emoji picker arabic phone");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole("button", { name: "إدارة" }).click();
  await page.getByRole("dialog").getByText("صنعتَه أنت").waitFor();
  await screenshot(page, "own emoji sheet arabic phone");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole("button", { name: "إضافة رمز" }).click();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
  await screenshot(page, "own emoji form arabic phone dark");
});

async function movingPicture(): Promise<Given> {
  const frames = await Promise.all(
    ["#a33", "#33a", "#3a3"].map((background) =>
      sharp({ create: { width: 64, height: 64, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const buffer = await sharp(frames, { join: { animated: true } })
    .gif({ delay: [120, 120, 120] })
    .toBuffer();
  return { name: "blink.gif", mimeType: "image/gif", buffer };
}
