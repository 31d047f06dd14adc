import { smallHeic } from "@parley/api/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { composer, deleteMessage, message, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { choose, filesOf, type Given, picture, randomFile, sha256, slowLine, tray } from "./support/filing.ts";
import { openDetails } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone, wide } from "./support/sizes.ts";
import { smallSound } from "./support/small-sound.ts";
import { startOnS3 } from "./support/start-on-s3.ts";
import { story, storyOn } from "./support/story.ts";

const fromPhone: Given = { name: "IMG_0001.HEIC", mimeType: "image/heic", buffer: smallHeic };
const shown = (page: Page) => page.getByRole("log").locator(".pic__img[data-here]:not([data-blurred])");

story(
  "Alice sends a picture of her phone that no browser here can draw; everybody sees it, and nothing jumps",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await choose(alice.page, "Photo or video", [fromPhone]);
    await tray(alice.page)
      .getByRole("button", { name: /^IMG_0001\.HEIC, / })
      .click();
    await alice.page.getByRole("textbox", { name: "Describe IMG_0001.HEIC" }).fill("Dusk over the hills");
    await screenshot(alice.page, "heic tray wide");
    await alice.cutNetwork();
    await composer(alice.page).fill("Dusk");
    await composer(alice.page).press("Enter");
    await message(alice.page, "Dusk").getByRole("button", { name: "Open Photo: Dusk over the hills" }).waitFor();
    await screenshot(alice.page, "heic waiting wide");
    const before = await message(alice.page, "Dusk").locator(".album").boundingBox();
    await alice.mendNetwork();
    await waitUntilSent(alice.page, ["Dusk"]);
    await expect.poll(() => shown(alice.page).count()).toBe(1);
    const after = await message(alice.page, "Dusk").locator(".album").boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
    await screenshot(alice.page, "heic sent wide");

    await choose(alice.page, "Photo or video", [
      fromPhone,
      await picture("b.jpg", "#3a3"),
      { ...fromPhone, name: "IMG_0002.HEIC" },
    ]);
    await composer(alice.page).fill("Three of them");
    await composer(alice.page).press("Enter");
    await waitUntilSent(alice.page, ["Three of them"]);
    await bob.page.emulateMedia({ colorScheme: "dark" });
    await openChat(bob.page, "Alice");
    await expect.poll(() => shown(bob.page).count()).toBe(4);
    await screenshot(bob.page, "heic arrived phone dark");
    await bob.page.getByRole("button", { name: "Open Photo: Dusk over the hills" }).click();
    await bob.page.locator(".lightbox .largepic[data-here]").waitFor();
    await screenshot(bob.page, "heic lightbox phone");
    expect(await accessibilityProblems(bob.page)).toEqual([]);
    await bob.page.keyboard.press("Escape");

    await openDetails(alice.page);
    await expect.poll(() => alice.page.locator(".gallery__grid .pic__img[data-here]").count()).toBe(4);
    await screenshot(alice.page, "heic gallery wide");
    const [first] = await filesOf(bob.page);
    expect(first?.name).toBe("IMG_0001.HEIC");
    expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/);
  },
);

for (const [place, tell] of [
  ["a folder", story],
  ["an S3 store", storyOn(startOnS3)],
] as const)
  tell(
    `files kept in ${place}: Alice's arrive as they were, also those on their way when the server stops, and go when she deletes them`,
    async ({ cast, parley }) => {
      const alice = await cast("Alice", wide);
      const bob = await cast("Bob", phone);
      await writeTo(alice, bob);
      await send(alice.page, "On the way");
      await waitUntilSent(alice.page, ["On the way"]);
      const large = randomFile("backup.bin", 12_000_000);
      const sound = { name: "tone.wav", mimeType: "audio/wav", buffer: smallSound(1_000) };
      await choose(alice.page, "Photo or video", [fromPhone, await picture("b.jpg", "#3a3")]);
      await choose(alice.page, "File", [sound, large]);
      const atFullSpeed = await slowLine(alice.page, 2_000_000);
      await composer(alice.page).fill("All of it");
      await composer(alice.page).press("Enter");
      await message(alice.page, "All of it").getByRole("progressbar").first().waitFor();
      await parley.kill9();
      await parley.restart();
      await atFullSpeed();
      await waitUntilSent(alice.page, ["All of it"]);

      await openChat(bob.page, "Alice");
      await expect.poll(() => shown(bob.page).count()).toBe(2);
      const arrived = await filesOf(bob.page);
      expect(arrived.map((it) => it.name)).toEqual(["IMG_0001.HEIC", "b.jpg", "tone.wav", "backup.bin"]);
      expect(arrived.slice(2).map((it) => it.sha256)).toEqual([sha256(sound.buffer), sha256(large.buffer)]);

      await bob.page.getByRole("button", { name: "Open Photo 1 of 2" }).click();
      await bob.page.locator(".lightbox .largepic[data-here]").waitFor();
      await bob.page.keyboard.press("Escape");
      const addresses = await bob.page.evaluate(() =>
        performance
          .getEntriesByType("resource")
          .map((it) => it.name)
          .filter((it) => it.includes("/download?")),
      );
      expect(addresses).toHaveLength(4);
      await deleteMessage(alice.page, "All of it");
      const answers = () => Promise.all(addresses.map(async (it) => (await bob.context.request.get(it)).status()));
      await expect.poll(answers).toEqual(addresses.map(() => 404));
    },
  );
