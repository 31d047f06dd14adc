import { makeFilm } from "@parley/api/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { composer, deleteMessage, message, openChat, writeTo } from "./support/conversing.ts";
import { choose } from "./support/filing.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone, wide } from "./support/sizes.ts";
import { storyOn } from "./support/story.ts";
import { startWithWaitingFfmpeg } from "./support/waiting-ffmpeg.ts";

const story = storyOn(startWithWaitingFfmpeg);

const film = (page: Page) => page.locator("dialog.lightbox video");
const plays = (page: Page) =>
  expect.poll(() => film(page).evaluate((it: HTMLVideoElement) => it.currentTime)).toBeGreaterThan(0.2);
const keptFilms = (page: Page) =>
  page.evaluate(async () => {
    const kept = await (await caches.open("parley-files")).keys();
    return kept.filter(({ url }) => url.endsWith("/playable")).length;
  });

story(
  "Alice sends a film that no browser plays; it says so while it is made ready, then Bob plays it, without a network too",
  async ({ cast, parley }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", { ...phone, hasTouch: true });
    await writeTo(alice, bob);
    const codecs = ["-c:v", "mpeg4", "-q:v", "3", "-c:a", "mp3"];
    const old = { name: "old.avi", mimeType: "video/x-msvideo", buffer: makeFilm("old.avi", ...codecs) };
    await choose(alice.page, "Photo or video", [old]);
    await composer(alice.page).fill("From the attic");
    await composer(alice.page).press("Enter");
    await message(alice.page, "From the attic")
      .getByRole("button", { name: "Open Video, 0:02, Getting ready to play…" })
      .click();
    await alice.page.getByText("This film is being made ready to play. You can download it already.").waitFor();
    await expect.poll(() => film(alice.page).getAttribute("poster")).toMatch(/large/);
    await screenshot(alice.page, "film being made wide");
    expect(await accessibilityProblems(alice.page)).toEqual([]);
    await alice.page.keyboard.press("Escape");
    await screenshot(alice.page, "film being made in chat wide");

    await bob.page.emulateMedia({ colorScheme: "dark" });
    await openChat(bob.page, "Alice");
    await message(bob.page, "From the attic").getByRole("button", { name: "Getting ready to play…" }).click();
    await bob.page.getByText("This film is being made ready to play. You can download it already.").waitFor();
    await parley.makeFilms();
    await plays(bob.page);
    await screenshot(bob.page, "film playing phone dark");
    expect(await accessibilityProblems(bob.page)).toEqual([]);
    await expect.poll(() => keptFilms(bob.page)).toBe(1);
    await bob.page.keyboard.press("Escape");
    const tile = message(bob.page, "From the attic").getByRole("button", { name: "Open Video, 0:02", exact: true });
    await tile.waitFor();
    await screenshot(bob.page, "film made phone dark");
    await bob.cutNetwork();
    await tile.click();
    await plays(bob.page);
    await bob.page.keyboard.press("Escape");

    await bob.mendNetwork();
    await bob.page.goto("/settings/storage");
    const clear = bob.page.getByRole("button", { name: "Clear", exact: true });
    await clear.waitFor();
    await screenshot(bob.page, "film kept phone dark");
    await clear.click();
    await expect.poll(() => keptFilms(bob.page)).toBe(0);

    // What is gone is looked at no longer.
    await bob.page.goto("/");
    await openChat(bob.page, "Alice");
    await tile.click();
    await plays(bob.page);
    await deleteMessage(alice.page, "From the attic");
    await film(bob.page).waitFor({ state: "detached" });
  },
);
