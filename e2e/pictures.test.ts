import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, message, openChat, send, waitForTick, writeTo } from "./support/conversing.ts";
import { drawnPicture } from "./support/drawn-pictures.ts";
import type { Preparing } from "./support/preparing.ts";
import { preparingStory as story } from "./support/preparing-story.ts";
import { screenshot } from "./support/screenshot.ts";
import { type Sent, sendFiles } from "./support/sending-files.ts";
import { phone, wide } from "./support/sizes.ts";
import { smallPdf } from "./support/small-pdf.ts";

const makePicture = async (preparing: Preparing, width: number, height: number, hue: number, alt?: string) => {
  const name = `picture-${hue}.jpg`;
  const { bytes, input } = await preparing.prepare(await drawnPicture(width, height, hue, name), name);
  return { bytes, input: { ...input, ...(alt && { alt }) } } satisfies Sent;
};
const articles = (page: Page) => page.getByRole("log").getByRole("article");
const lightbox = (page: Page) => page.locator("dialog.lightbox");
const heightsOf = (page: Page) =>
  articles(page).evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));

story(
  "Alice sends pictures; Bob looks at them closely, and nothing jumps while they come",
  async ({ cast, preparing }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", { ...phone, hasTouch: true });
    await writeTo(alice, bob);
    await send(alice.page, "Here they are");
    await waitForTick(alice.page, "Here they are", "Sent");
    await sendFiles(alice, [await makePicture(preparing, 1600, 1200, 200, "Mountains at dusk")], "Look **at** this");
    await sendFiles(alice, [await makePicture(preparing, 900, 1600, 120)]);
    const three = [20, 80, 140].map((hue) => makePicture(preparing, 1600, 1200, hue));
    await sendFiles(alice, await Promise.all(three), "Dusk, noon and night");

    await bob.page.goto("/");
    await chatInList(bob.page, "Alice").getByText("3 photos: Dusk, noon and night").waitFor();
    // What fills the boxes comes last.
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await bob.context.route(/\/files\/attachments\//, (route) => held.then(() => route.continue()));
    await openChat(bob.page, "Alice");
    await message(bob.page, "Dusk, noon and night").waitFor();
    await expect.poll(() => articles(bob.page).count()).toBe(4);
    const before = await heightsOf(bob.page);
    letGo();
    await expect.poll(() => bob.page.locator(".pic__img[data-here]").count()).toBeGreaterThan(3);
    expect(await heightsOf(bob.page)).toEqual(before);
    await bob.context.unroute(/\/files\/attachments\//);
    await screenshot(bob.page, "pictures phone");
    await bob.page.emulateMedia({ colorScheme: "dark" });
    await screenshot(bob.page, "pictures phone dark");
    await bob.page.emulateMedia({ colorScheme: null });

    await bob.page.getByRole("button", { name: "Open Photo 2 of 3" }).click();
    await expect.poll(() => lightbox(bob.page).locator(".largepic[data-here]").count()).toBe(1);
    expect(await accessibilityProblems(bob.page)).toEqual([]);
    await screenshot(bob.page, "lightbox phone");
    await bob.page.keyboard.press("ArrowLeft");
    await bob.page.keyboard.press("ArrowLeft");
    await bob.page.keyboard.press("ArrowLeft");
    await lightbox(bob.page).getByRole("img", { name: "Mountains at dusk" }).waitFor();
    await lightbox(bob.page).getByText("Look at this").waitFor();
    await lightbox(bob.page).getByRole("button", { name: "What is to be seen" }).click();
    await lightbox(bob.page).getByRole("paragraph").filter({ hasText: "Mountains at dusk" }).waitFor();
    await bob.page.keyboard.press("Escape");
    await lightbox(bob.page).waitFor({ state: "detached" });
    await expect.poll(() => bob.page.evaluate("document.activeElement.ariaLabel")).toBe("Open Photo 2 of 3");

    // What was seen is there without a network, and says what is on it.
    await bob.page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");
    await bob.cutNetwork();
    await bob.page.reload();
    await bob.page.getByRole("button", { name: "Open Photo: Mountains at dusk" }).waitFor();
    await expect.poll(() => bob.page.locator(".pic__img[data-here]").count()).toBeGreaterThan(3);
    await bob.mendNetwork();

    await expect.poll(() => articles(alice.page).count()).toBe(4);
    await screenshot(alice.page, "pictures wide");
    expect(await accessibilityProblems(alice.page)).toEqual([]);

    // With keys alone, from the message to what can be done with it.
    await articles(alice.page).nth(1).focus();
    await alice.page.keyboard.press("Enter");
    await alice.page.keyboard.press("Enter");
    const stage = lightbox(alice.page);
    await stage.getByRole("img", { name: "Mountains at dusk" }).waitFor();
    await expect.poll(() => stage.locator(".largepic[data-here]").count()).toBe(1);
    await screenshot(alice.page, "lightbox wide");
    await alice.page.keyboard.press("+");
    const scale = () =>
      stage.locator(".largepic").evaluate((it) => Number(new DOMMatrix(getComputedStyle(it).transform).a.toFixed(2)));
    expect(await scale()).toBe(1.5);
    await alice.page.keyboard.press("ArrowRight");
    await expect.poll(scale).toBe(1);
    await stage.getByRole("button", { name: "Forward" }).click();
    const forwarding = alice.page.getByRole("dialog", { name: "Forward 1 message" });
    await forwarding.getByRole("checkbox", { name: "Bob" }).click();
    await forwarding.getByRole("button", { name: "Forward to 1 chat" }).click();
    await bob.page.goto("/");
    await chatInList(bob.page, "Alice").getByText("Photo", { exact: true }).waitFor();
    await openChat(bob.page, "Alice");
    await articles(bob.page)
      .last()
      .getByText(/^Forwarded/)
      .waitFor();
    await articles(bob.page).last().getByRole("button", { name: "Open Photo" }).waitFor();

    // One of them, and then all of them, for everyone.
    await alice.page.getByRole("button", { name: "Open Photo 1 of 3" }).click();
    await stage.getByRole("button", { name: "Delete…" }).click();
    const leaving = alice.page.getByRole("dialog", { name: "Delete only this one?" });
    await leaving.waitFor();
    expect(await accessibilityProblems(alice.page)).toEqual([]);
    await screenshot(alice.page, "picture leaves album");
    await leaving.getByRole("button", { name: "Delete this one" }).click();
    await leaving.waitFor({ state: "detached" });
    await bob.page.getByRole("button", { name: "Open Photo 2 of 2" }).waitFor();
    await alice.page.getByRole("button", { name: "Open Photo 1 of 2" }).click();
    await stage.getByRole("button", { name: "Delete…" }).click();
    await leaving.getByRole("button", { name: "Delete all of them…" }).click();
    await alice.page
      .getByRole("dialog", { name: "Delete this message?" })
      .getByRole("button", { name: "Delete" })
      .click();
    await message(bob.page, "This message was deleted").or(message(bob.page, "Alice deleted this message")).waitFor();
  },
);

story("Alice sees her pictures in Arabic, from the right, and in an album of ten", async ({ cast, preparing }) => {
  const alice = await cast("Alice", phone);
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await send(alice.page, "Ten");
  await waitForTick(alice.page, "Ten", "Sent");
  const ten = Array.from({ length: 10 }, (_, i) => makePicture(preparing, i % 3 ? 1600 : 1000, 1200, i * 36));
  await sendFiles(alice, await Promise.all(ten), "كل الصور من البحيرة");
  const five = Array.from({ length: 5 }, (_, i) => makePicture(preparing, i % 2 ? 1000 : 1600, 1200, i * 50));
  await sendFiles(alice, await Promise.all(five));
  await bob.page.goto("/settings/language");
  await bob.page.getByRole("radio", { name: "العربية" }).check();
  await expect.poll(() => bob.page.evaluate("document.documentElement.dir")).toBe("rtl");
  await bob.page.goto(new URL(alice.page.url()).pathname);
  await expect.poll(() => articles(bob.page).count()).toBe(3);
  await bob.page.waitForTimeout(1_500);
  await screenshot(bob.page, "album of ten arabic");
  await screenshot(alice.page, "album of ten phone");
  await articles(bob.page).nth(2).getByRole("button").first().click();
  await lightbox(bob.page).waitFor();
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "lightbox arabic");
});

story(
  "Bob watches a film, reads what is in files, and has it all again without a network",
  async ({ cast, preparing }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", wide);
    await writeTo(alice, bob);
    await send(alice.page, "Files");
    await waitForTick(alice.page, "Files", "Sent");
    const film = await preparing.prepare(await preparing.record("film", 2_500), "film.webm");
    await sendFiles(alice, [{ bytes: film.bytes, input: film.input }], "The film");
    const code = Buffer.from('fn main() {\n    println!("Hello from the file");\n}\n');
    await sendFiles(alice, [{ bytes: code, input: { name: "main.rs" } }], "The code");
    await sendFiles(
      alice,
      [{ bytes: smallPdf(["First page", "Second page"]), input: { name: "plan.pdf" } }],
      "The plan",
    );
    await sendFiles(alice, [{ bytes: Buffer.from([80, 75, 3, 4, 0, 0]), input: { name: "all.zip" } }]);

    await openChat(bob.page, "Alice");
    const { page } = bob;
    await message(page, "The plan").waitFor();
    await screenshot(page, "files wide");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole("button", { name: /^Open Video, 0:0[23]$/ }).click();
    const video = lightbox(page).locator("video");
    await expect.poll(() => video.evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0.2);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "film wide");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: /^main\.rs/ }).click();
    await page.getByRole("dialog", { name: "main.rs" }).getByText("Hello from the file").waitFor();
    await screenshot(page, "code preview");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^plan\.pdf/ }).click();
    const plan = page.getByRole("dialog", { name: "plan.pdf" });
    await plan.getByRole("img", { name: "Page 2 of 2" }).waitFor();
    await expect
      .poll(() =>
        plan
          .getByRole("img")
          .first()
          .evaluate((it: HTMLCanvasElement) => it.width),
      )
      .toBeGreaterThan(400);
    await page.waitForTimeout(500);
    expect(await accessibilityProblems(page)).toEqual([]);
    await screenshot(page, "pdf preview");
    await plan.getByRole("button", { name: "Close" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^all\.zip/ }).click();
    expect((await download).suggestedFilename()).toBe("all.zip");

    await bob.cutNetwork();
    await page.getByRole("button", { name: /^main\.rs/ }).click();
    await page.getByRole("dialog", { name: "main.rs" }).getByText("Hello from the file").waitFor();
    await page.keyboard.press("Escape");
    await bob.mendNetwork();
    expect(bob.complaints.filter((it) => /Content Security Policy|Trusted/.test(it))).toEqual([]);
  },
);

story("Whoever wants no motion gets none by itself", async ({ cast, preparing }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", { ...wide, reducedMotion: "reduce" });
  await writeTo(alice, bob);
  await send(alice.page, "Film");
  await waitForTick(alice.page, "Film", "Sent");
  const film = await preparing.prepare(await preparing.record("film", 1_500), "film.webm");
  await sendFiles(alice, [{ bytes: film.bytes, input: film.input }], "The film");
  const playing = (page: Page) =>
    page.locator(".pic video").evaluateAll((all) => all.some((it) => !(it as HTMLVideoElement).paused));
  await expect.poll(() => playing(alice.page)).toBe(true);
  await openChat(bob.page, "Alice");
  await message(bob.page, "The film").waitFor();
  // What it begins with is there all the same.
  await bob.page.locator(".pic video[data-here]").waitFor();
  await bob.page.waitForTimeout(1_000);
  expect(await playing(bob.page)).toBe(false);
});
