import { join } from "node:path";
import { openDb } from "@parley/db";
import { redateMessages } from "@parley/db/testing";
import { type MessageId, newId } from "@parley/schema";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { message, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { drawnPicture } from "./support/drawn-pictures.ts";
import { openDetails } from "./support/grouping.ts";
import type { Person } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { sendFiles } from "./support/sending-files.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { smallPdf } from "./support/small-pdf.ts";
import { smallSound } from "./support/small-sound.ts";
import { story } from "./support/story.ts";

const tiles = (page: Page) => page.locator(".gallery__grid").getByRole("button", { name: /^Open (Photo|Video)/ });
const gallery = (page: Page) => page.getByRole("region", { name: "Media, files and links" });
const kind = (page: Page, name: string) =>
  page.getByRole("group", { name: "What to show" }).getByRole("button", { name });
const isInSight = (page: Page, text: string) =>
  message(page, text).evaluateAll((all) =>
    all.some((it) => it.getBoundingClientRect().bottom > 0 && it.getBoundingClientRect().top < innerHeight),
  );

async function sendPictures(person: Person, names: string[], text: string) {
  const size = { width: 640, height: 480 };
  const bytes = await Promise.all(names.map((name, i) => drawnPicture(size.width, size.height, i * 70, name)));
  await sendFiles(
    person,
    names.map((name, i) => ({ bytes: bytes[i] as Buffer, input: { name, ...size } })),
    text,
  );
}

story(
  "Alice finds what was sent in her chat with Bob: by kind, sender and name, and goes to its message",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    const { page } = alice;
    await send(page, "Read www.example.com/harbour before we go");
    await waitUntilSent(page, ["www.example.com/harbour"]);
    await sendPictures(alice, ["lake.jpg", "mountain.jpg"], "The lake");
    await openChat(bob.page, "Alice");
    await sendPictures(bob, ["ramen.jpg"], "Lunch");
    await sendFiles(alice, [{ bytes: smallPdf(["The plan"]), input: { name: "plan.pdf" } }], "The plan");
    await sendFiles(alice, [{ bytes: smallSound(1_500), input: { name: "note.wav", as: "voice", durationMs: 1_500 } }]);
    const after = ["One", "Two", "Three"].map((word) => `${word}${"\n.".repeat(30)}`);
    for (const text of after) await sendFiles(alice, [{ bytes: Buffer.from(text), input: { name: "more.txt" } }], text);

    const details = await openDetails(page);
    await expect.poll(() => tiles(page).count()).toBe(3);
    await screenshot(page, "gallery in details wide");
    await details.getByRole("link", { name: "See all" }).click();
    await expect.poll(() => tiles(page).count()).toBe(3);
    const month = new Intl.DateTimeFormat("en", { month: "long", year: "numeric" }).format(new Date());
    await gallery(page).getByRole("heading", { name: month }).waitFor();
    await expect.poll(() => page.locator(".gallery .pic__img[data-here]").count()).toBe(3);
    await screenshot(page, "gallery media wide");
    expect(await accessibilityProblems(page)).toEqual([]);

    // With keys alone: from picture to picture, into it, to those around it and to its message.
    await tiles(page).first().focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.evaluate("document.activeElement.ariaLabel")).toMatch(/^Open Photo, You/);
    await page.keyboard.press("Enter");
    const lightbox = page.locator("dialog.lightbox");
    await lightbox.getByText("2 / 3").waitFor();
    await page.keyboard.press("ArrowRight");
    await lightbox.getByText("Lunch").waitFor();
    await page.keyboard.press("ArrowLeft");
    expect(await isInSight(page, "The lake")).toBe(false);
    await lightbox.getByRole("button", { name: "Go to the message" }).click();
    await expect.poll(() => isInSight(page, "The lake")).toBe(true);
    await gallery(page).waitFor();

    await gallery(page).getByRole("combobox", { name: "Sent by" }).selectOption("Bob");
    await expect.poll(() => tiles(page).count()).toBe(1);
    await gallery(page).getByRole("combobox", { name: "Sent by" }).selectOption("Everyone");
    await gallery(page).getByRole("searchbox", { name: "Search by name" }).fill("MOUNT");
    await expect.poll(() => tiles(page).count()).toBe(1);
    await gallery(page).getByRole("searchbox", { name: "Search by name" }).fill("nothing like it");
    await gallery(page).getByRole("heading", { name: "Nothing found" }).waitFor();
    await gallery(page).getByRole("searchbox", { name: "Search by name" }).fill("");

    await kind(page, "Files").click();
    await gallery(page)
      .getByRole("button", { name: /^plan\.pdf/ })
      .waitFor();
    await screenshot(page, "gallery files wide");
    expect(await accessibilityProblems(page)).toEqual([]);
    await gallery(page)
      .getByRole("button", { name: /^plan\.pdf/ })
      .click();
    await page.getByRole("dialog", { name: "plan.pdf" }).getByRole("button", { name: "Close" }).click();
    await gallery(page)
      .getByRole("link", { name: /^Show plan\.pdf, You/ })
      .click();
    await expect.poll(() => isInSight(page, "The plan")).toBe(true);
    await kind(page, "Links").click();
    const link = gallery(page).getByRole("link", { name: /example\.com\/harbour/ });
    expect(await link.first().getAttribute("href")).toBe("https://www.example.com/harbour");
    await kind(page, "Voice").click();
    await gallery(page).getByRole("button", { name: "Play Voice message 0:02" }).waitFor();
    await screenshot(page, "gallery voice wide");
    expect(await accessibilityProblems(page)).toEqual([]);

    // What comes while one looks stands there at once, and what is deleted no longer does.
    await kind(page, "Media").click();
    await sendPictures(bob, ["dessert.jpg"], "Dessert");
    await expect.poll(() => tiles(page).count()).toBe(4);
  },
);

story("Bob looks through the files of all his chats on a phone, in Arabic, and without a network", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", { ...phone, hasTouch: true });
  const { page } = bob;
  await page.goto("/gallery");
  await page.getByRole("heading", { name: "No photos or videos yet" }).waitFor();
  await screenshot(page, "gallery empty phone");
  await writeTo(alice, bob);
  await send(alice.page, "Here they are");
  await waitUntilSent(alice.page, ["Here they are"]);
  await sendPictures(alice, ["a.jpg", "b.jpg", "c.jpg", "d.jpg"], "Four");
  await sendFiles(alice, [{ bytes: smallPdf(["The plan"]), input: { name: "plan.pdf" } }], "The plan");
  await openChat(page, "Alice");
  await message(page, "The plan").waitFor();

  await page.goto("/");
  await page.getByRole("navigation", { name: "Main, bottom bar" }).getByRole("link", { name: "Settings" }).click();
  await page.getByRole("link", { name: "Files" }).click();
  await expect.poll(() => page.locator(".gallery .pic__img[data-here]").count()).toBe(4);
  await screenshot(page, "gallery page phone");
  expect(await accessibilityProblems(page)).toEqual([]);
  await bob.page.emulateMedia({ colorScheme: "dark" });
  await kind(page, "Files").click();
  await page.getByRole("button", { name: /^plan\.pdf/ }).waitFor();
  await screenshot(page, "gallery page files phone dark");
  await bob.page.emulateMedia({ colorScheme: null });

  await bob.cutNetwork();
  await page.getByText("You see what this device holds.").waitFor();
  await page.getByRole("button", { name: /^plan\.pdf/ }).waitFor();
  await kind(page, "Media").click();
  await expect.poll(() => page.locator(".gallery .pic__img[data-here]").count()).toBe(4);
  await screenshot(page, "gallery page offline phone");
  await page
    .getByRole("button", { name: /^Open Photo/ })
    .first()
    .tap();
  await page.locator("dialog.lightbox").getByRole("button", { name: "Go to the message" }).tap();
  await message(page, "Four").waitFor();
  await bob.mendNetwork();

  await page.goto("/settings/language");
  await page.getByRole("radio", { name: "العربية" }).check();
  await expect.poll(() => page.evaluate("document.documentElement.dir")).toBe("rtl");
  await page.goto("/gallery");
  await expect.poll(() => page.locator(".gallery .pic__img[data-here]").count()).toBe(4);
  await screenshot(page, "gallery page arabic");
  expect(await accessibilityProblems(page)).toEqual([]);
  await alice.page.goto("/gallery");
  await expect.poll(() => alice.page.locator(".gallery .pic__img[data-here]").count()).toBe(4);
  await screenshot(alice.page, "gallery page wide");
  expect(await accessibilityProblems(alice.page)).toEqual([]);
});

story("Alice chooses a month and is shown what was sent then, page after page", async ({ cast, parley }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await send(alice.page, "Here they are");
  await waitUntilSent(alice.page, ["Here they are"]);
  const [earlier, later] = [sentIn(5), sentIn(2)];
  for (const text of ["Earlier", "Later"]) await sendPictures(alice, [`${text}.jpg`], text);
  await Promise.all([alice, bob].map((it) => sendLinks(it, alice.page.url(), 32)));
  // Nobody waits for months: the messages are put back in the server's own database.
  await parley.kill9();
  await redate(parley.dataDir, { Earlier: earlier, Later: later, "See %": later });
  await parley.restart();

  const device = await bob.withAnotherDevice(wide);
  await signIn(device);
  const { page } = device;
  await page.goto("/gallery");
  await expect.poll(() => tiles(page).count()).toBe(2);
  const months = page.getByRole("combobox", { name: "Month" });
  await screenshot(page, "gallery months wide");
  expect(await accessibilityProblems(page)).toEqual([]);
  await months.selectOption(titleOf(earlier));
  await expect.poll(() => tiles(page).count()).toBe(1);
  await page.getByRole("heading", { name: titleOf(earlier) }).waitFor();
  expect(await page.getByRole("heading", { name: titleOf(later) }).count()).toBe(0);
  await kind(page, "Links").click();
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();

  await months.selectOption(titleOf(later));
  const rows = page.locator(".gallery__row");
  await rows.first().waitFor();
  await expect
    .poll(
      () =>
        rows
          .last()
          .scrollIntoViewIfNeeded()
          .then(() => rows.count()),
      { timeout: 60_000 },
    )
    .toBe(64);
  await months.selectOption("Any month");
  await expect.poll(() => page.getByRole("heading", { name: titleOf(later) }).count()).toBe(1);

  await page.goto("/gallery?kind=links");
  await rows.first().waitFor();
  await device.cutNetwork();
  await page.getByText("You see what this device holds.").waitFor();
  await months.selectOption(titleOf(earlier));
  await page.getByRole("heading", { name: "Nothing found" }).waitFor();
  await months.selectOption(titleOf(later));
  await rows.first().waitFor();
});

/** More than one page, as fast as the server lets one person write. */
async function sendLinks({ context, url, name }: Person, chat: string, count: number): Promise<void> {
  const conversationId = new URL(chat).pathname.split("/")[2];
  for (let i = 0; i < count; i++) {
    const data = { conversationId, messageId: newId<MessageId>(), text: `See www.example.com/${name}-${i}` };
    const send = () => context.request.post(`${url}/trpc/messages.send`, { headers: { origin: url }, data });
    await expect.poll(async () => (await send()).status(), { timeout: 30_000, interval: 500 }).toBe(200);
  }
}

/** So many months ago, in the middle of the month. */
function sentIn(monthsAgo: number): Date {
  const at = new Date();
  at.setDate(15);
  at.setMonth(at.getMonth() - monthsAgo);
  return at;
}

const titleOf = (at: Date) => new Intl.DateTimeFormat("en", { month: "long", year: "numeric" }).format(at);

/** Dates messages by what they say; the server is not running. */
async function redate(dataDir: string, sent: Record<string, Date>): Promise<void> {
  const { db, close } = await openDb(`pglite:${join(dataDir, "db")}`);
  await redateMessages(db, sent);
  await close();
}
