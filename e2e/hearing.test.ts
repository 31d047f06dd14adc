import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, openChat, send, waitForTick, writeTo } from "./support/conversing.ts";
import { preparingStory as story } from "./support/preparing-story.ts";
import { screenshot } from "./support/screenshot.ts";
import { type Sent, sendFiles } from "./support/sending-files.ts";
import { phone, wide } from "./support/sizes.ts";

const articles = (page: Page) => page.getByRole("log").getByRole("article");

story(
  "Bob hears Alice's voice notes one after the other, at his speed, while he reads on",
  async ({ cast, preparing }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await send(alice.page, "Listen");
    await waitForTick(alice.page, "Listen", "Sent");
    const sound = await preparing.prepare(await preparing.record("sound", 2_500), "voice.webm");
    const voice: Sent = { bytes: sound.bytes, input: { ...sound.input, as: "voice" } };
    await sendFiles(alice, [voice]);
    await sendFiles(alice, [voice]);

    await bob.page.goto("/");
    await chatInList(bob.page, "Alice")
      .getByText(/^Voice message 0:0[23]$/)
      .waitFor();
    await openChat(bob.page, "Alice");
    await expect.poll(() => bob.page.getByText("Not heard yet").count()).toBe(2);
    await screenshot(bob.page, "voice phone");
    await articles(bob.page).nth(1).focus();
    await bob.page.keyboard.press("Enter");
    await bob.page.keyboard.press("Enter");
    const player = bob.page.getByRole("region", { name: "Playing" });
    await player.waitFor();
    await articles(bob.page).nth(1).getByRole("button", { name: "Speed 1×" }).click();
    await articles(bob.page).nth(1).getByRole("button", { name: "Speed 1.5×" }).waitFor();
    await screenshot(bob.page, "voice playing phone");
    expect(await accessibilityProblems(bob.page)).toEqual([]);
    // The next one by itself.
    await articles(bob.page)
      .nth(2)
      .getByRole("button", { name: /^Pause Voice/ })
      .waitFor();
    await expect.poll(() => bob.page.getByText("Not heard yet").count()).toBe(0);
    await articles(bob.page)
      .nth(2)
      .getByRole("button", { name: /^Play Voice/ })
      .waitFor();
    await player.getByRole("button", { name: "Stop listening" }).click();
    await player.waitFor({ state: "detached" });

    // Heard stays heard, and the speed is kept; what was heard plays without a network.
    await bob.page.reload();
    await expect.poll(() => articles(bob.page).count()).toBe(3);
    expect(await bob.page.getByText("Not heard yet").count()).toBe(0);
    await bob.cutNetwork();
    await articles(bob.page)
      .nth(2)
      .getByRole("button", { name: /^Play Voice/ })
      .click();
    await articles(bob.page).nth(2).getByRole("button", { name: "Speed 1.5×" }).waitFor();
    await articles(bob.page).nth(2).getByRole("slider").press("Home");
    await expect.poll(() => articles(bob.page).nth(2).getByText("This can’t be opened").count()).toBe(0);
    await articles(bob.page)
      .nth(2)
      .getByRole("button", { name: /^Play Voice/ })
      .waitFor();
  },
);
