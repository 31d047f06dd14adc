import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { composer, message, openChat, send, waitForTick, waitUntilSent, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { choose, chosenOn, filesOf, picture, randomFile, sha256, tray } from "./support/filing.ts";
import { rowOf } from "./support/organising.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

type Page = Parameters<typeof tray>[0];
const tile = (page: Page, name: string) =>
  tray(page).getByRole("button", { name: new RegExp(`^${name.replace(".", "\\.")}, `) });
const namesIn = (page: Page) =>
  tray(page)
    .getByRole("listitem")
    .getByRole("button", { name: /^Remove / })
    .evaluateAll((all) => all.map((it) => it.getAttribute("aria-label")?.replace("Remove ", "")));

story(
  "What Alice has put into the tray is there after a reload, offline too, and goes when she says so",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await send(alice.page, "I have pictures");
    await waitUntilSent(alice.page, ["I have pictures"]);
    await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await alice.cutNetwork();
    const { page } = alice;
    const notes = randomFile("notes.bin", 200_000);
    await choose(page, "Photo or video", [await picture("a.jpg", "#a33"), await picture("b.jpg", "#3a3")]);
    await choose(page, "File", [notes]);
    await tile(page, "b.jpg").click();
    await page.getByRole("textbox", { name: "Describe b.jpg" }).fill("A bowl of ramen");
    await tray(page).getByRole("button", { name: "Move forward" }).click();
    await tray(page).getByRole("switch", { name: "Send originals" }).check();
    await composer(page).fill("Which one?");
    await page.getByText("Saved on this device").waitFor();
    await tray(page)
      .getByText(/^3 files · /)
      .waitFor();
    const original = { isOriginal: true, isDrafted: true };
    await eventually(() => chosenOn(page)).toEqual([original, original]);
    await page.reload();

    await tray(page)
      .getByText(/^3 files · /)
      .waitFor();
    await eventually(() => namesIn(page)).toEqual(["b.jpg", "a.jpg", "notes.bin"]);
    await eventually(() => tray(page).getByRole("switch", { name: "Send originals" }).isChecked()).toBe(true);
    await eventually(() => composer(page).inputValue()).toBe("Which one?");
    await tile(page, "b.jpg").click();
    await eventually(() => page.getByRole("textbox", { name: "Describe b.jpg" }).inputValue()).toBe("A bowl of ramen");
    await screenshot(page, "draft files after a reload wide");

    await page.goto("/settings/storage");
    await page.getByText("3 files in drafts, ").waitFor();
    await screenshot(page, "draft files storage wide");
    await page.goto("/");
    await rowOf(page, "Bob").getByText("Draft:").waitFor();
    await screenshot(page, "draft files in the list wide");
    await openChat(page, "Bob");
    await eventually(() => namesIn(page)).toEqual(["b.jpg", "a.jpg", "notes.bin"]);
    await tray(page).getByRole("button", { name: "Remove a.jpg" }).click();
    await eventually(() => namesIn(page)).toEqual(["b.jpg", "notes.bin"]);
    await page.getByText("Saved on this device").waitFor();
    await page.reload();
    await eventually(() => namesIn(page)).toEqual(["b.jpg", "notes.bin"]);

    await composer(page).press("Enter");
    await waitForTick(page, "Which one?", "Waiting to be sent");
    expect(await tray(page).count()).toBe(0);
    await page.reload();
    await waitForTick(page, "Which one?", "Waiting to be sent");
    expect(await tray(page).count()).toBe(0);
    await alice.mendNetwork();
    await openChat(bob.page, "Alice");
    await message(bob.page, "Which one?").waitFor();
    const arrived = await filesOf(bob.page);
    expect(arrived.map((it) => it.name.split(".")[0])).toEqual(["b", "notes"]);
    expect(arrived[1]?.sha256).toBe(sha256(notes.buffer));
    await message(bob.page, "Which one?")
      .getByRole("button", { name: /A bowl of ramen/ })
      .waitFor();
  },
);

story("Alice chooses on her phone and sends from her laptop what has not to be uploaded again", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(bob, alice);
  await send(bob.page, "Show me!");
  await waitForTick(bob.page, "Show me!", "Sent");
  const mobile = await alice.withAnotherDevice(phone);
  await signIn(mobile);
  await openChat(mobile.page, "Bob");
  await openChat(alice.page, "Bob");
  const uploads: string[] = [];
  alice.page.on("request", (it) => it.url().includes("/files/uploads") && uploads.push(it.method()));

  const map = randomFile("map.bin", 300_000);
  await choose(mobile.page, "Photo or video", [await picture("a.jpg", "#a33"), await picture("b.jpg", "#3a3")]);
  await choose(mobile.page, "File", [map]);
  await tile(mobile.page, "a.jpg").click();
  await mobile.page.getByRole("textbox", { name: "Describe a.jpg" }).fill("The old bridge");
  await composer(mobile.page).fill("From the walk");
  await screenshot(mobile.page, "draft files phone");

  await eventually(() => composer(alice.page).inputValue()).toBe("From the walk");
  await tray(alice.page)
    .getByText(/^3 files · /)
    .waitFor();
  const small = tray(alice.page).locator("img[src*='/small']");
  await eventually(() =>
    small.evaluateAll((all) => all.map((it) => (it as HTMLImageElement).naturalWidth > 0)),
  ).toEqual([true, true]);
  await tile(alice.page, "a.jpg").click();
  await eventually(() => alice.page.getByRole("textbox", { name: "Describe a.jpg" }).inputValue()).toBe(
    "The old bridge",
  );
  await screenshot(alice.page, "draft files from another device wide");

  // What she takes out here goes there, and what she adds there comes here.
  await tray(alice.page).getByRole("button", { name: "Remove b.jpg" }).click();
  await composer(mobile.page).blur();
  await eventually(() => namesIn(mobile.page)).toEqual(["a.jpg", "map.bin"]);
  await choose(mobile.page, "File", [randomFile("late.bin", 1_000)]);
  await eventually(() => namesIn(alice.page)).toEqual(["a.jpg", "map.bin", "late.bin"]);
  await tray(alice.page).getByRole("button", { name: "Remove late.bin" }).click();
  uploads.length = 0;
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();

  await openChat(bob.page, "Alice");
  await message(bob.page, "From the walk").waitFor();
  const arrived = await filesOf(bob.page);
  expect(arrived.map((it) => it.name)).toEqual(["a.jpg", "map.bin"]);
  expect(arrived[1]?.sha256).toBe(sha256(map.buffer));
  await message(bob.page, "From the walk")
    .getByRole("button", { name: /The old bridge/ })
    .waitFor();
  await waitUntilSent(alice.page, ["From the walk"]);
  await eventually(() => tray(mobile.page).count()).toBe(0);
  await eventually(() => composer(mobile.page).inputValue()).toBe("");
  expect(uploads.filter((it) => it === "POST" || it === "PATCH")).toEqual([]);
});

story("The tray and its menu are seen in the dark, with more contrast, in Arabic and on a phone", async ({ cast }) => {
  const alice = await cast("Alice", phone);
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "Look");
  const { page } = alice;
  await choose(page, "Photo or video", [await picture("a.jpg", "#a33"), await picture("b.jpg", "#3a3")]);
  await choose(page, "File", [randomFile("a very long name of a file that nobody reads to its end.pdf", 20_000)]);
  await tile(page, "a.jpg").click();
  await page.getByRole("textbox", { name: "Describe a.jpg" }).fill("A bowl of ramen");
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await screenshot(page, "tray phone dark");
  await page.setViewportSize({ width: 1440, height: 900 });
  await screenshot(page, "tray wide dark");

  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  await page.getByRole("button", { name: "Add to the message" }).click();
  const menu = page.getByRole("menu", { name: "Add to the message" });
  const plus = await page.getByRole("button", { name: "Add to the message" }).boundingBox();
  expect(Math.round((await menu.boundingBox())!.x)).toBe(Math.round(plus!.x));
  await screenshot(page, "attach menu wide contrast");
  await page.keyboard.press("Escape");
  await page.emulateMedia({ colorScheme: null, contrast: null });

  await page.goto("/settings/language");
  await page.getByRole("radio", { name: "العربية" }).check();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("link", { name: "Bob" }).first().click();
  await page
    .getByText("٣ ملفات")
    .or(page.getByText(/3 ملفات/))
    .first()
    .waitFor();
  await screenshot(page, "tray phone arabic");
  expect(await accessibilityProblems(page)).toEqual([]);

  // What is typed between colons is looked for in the reader's own words too.
  await page.locator("textarea").pressSequentially(":قطة");
  await page.getByRole("option").filter({ hasText: "😺" }).first().waitFor();
  await screenshot(page, "shortcode phone arabic");
  await page.keyboard.press("Enter");
  await eventually(() => page.locator("textarea").inputValue()).toMatch(/^(🐈|🐱|😺|😸|😻|😼|😽|🙀|😿|😾|😹)/u);
});
