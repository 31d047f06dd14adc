import { expect } from "vitest";
import {
  composer,
  message,
  openChat,
  send,
  shownOf,
  waitForTick,
  waitUntilSent,
  writeTo,
} from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { choose, randomFile, tray } from "./support/filing.ts";
import type { Person } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story(
  "[F28] Alice's device is full: she is told, what waits stays, and nothing she writes is lost",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await send(alice.page, "Before it was full");
    await waitUntilSent(alice.page, ["Before it was full"]);
    await alice.cutNetwork();
    await send(alice.page, "Waits in the outbox");
    await waitForTick(alice.page, "Waits in the outbox", "Waiting to be sent");

    const free = await limitStorage(alice, 1);
    const text = "Written on a full device";
    await composer(alice.page).fill(text);
    await composer(alice.page).press("Enter");
    await alice.page.getByText("This device is full.").filter({ visible: true }).waitFor();
    await eventually(() => composer(alice.page).inputValue()).toBe(text);
    await waitForTick(alice.page, "Waits in the outbox", "Waiting to be sent");

    await free();
    await composer(alice.page).press("Enter");
    await waitForTick(alice.page, text, "Waiting to be sent");
    await alice.mendNetwork();
    const written = ["Before it was full", "Waits in the outbox", text];
    await waitUntilSent(alice.page, written);
    await openChat(bob.page, "Alice");
    await message(bob.page, text).waitFor();
    expect(await shownOf(bob.page, written)).toEqual(written);
  },
);

story(
  "[F28] there is room for words on Alice's device and not for her film: it stays in the tray, her words leave",
  async ({ cast }) => {
    const alice = await cast("Alice", phone);
    const bob = await cast("Bob", wide);
    await writeTo(alice, bob);
    const { page } = alice;
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const free = await limitStorage(alice, used + 4_000_000);
    await choose(page, "File", [randomFile("film.bin", 24_000_000)]);
    await composer(page).fill("The whole evening");
    await tray(page)
      .getByRole("button", { name: /^film\.bin, / })
      .click();
    await page.getByText("This device has no room for this file. Free some space, then choose it again.").waitFor();
    await composer(page).press("Enter");
    await tray(page).getByRole("button", { name: "Remove film.bin" }).waitFor();
    await eventually(() => composer(page).inputValue()).toBe("The whole evening");
    await screenshot(page, "full device with file phone");

    await tray(page).getByRole("button", { name: "Remove film.bin" }).click();
    await composer(page).press("Enter");
    await waitUntilSent(page, ["The whole evening"]);
    await free();
    await choose(page, "File", [randomFile("film.bin", 24_000_000)]);
    await composer(page).fill("And here it is");
    await composer(page).press("Enter");
    await waitUntilSent(page, ["And here it is"]);
    await openChat(bob.page, "Alice");
    await message(bob.page, "And here it is")
      .getByRole("button", { name: /^film\.bin/ })
      .waitFor();
    expect(await shownOf(bob.page, ["The whole evening", "And here it is"])).toHaveLength(2);
  },
);

/** The browser takes its own estimate of what is free for granted for so long. */
const estimateMs = 31_000;

/** Lets this origin keep no more than `bytes`; answers with how to lift that. */
async function limitStorage({ context, page, url }: Person, bytes: number): Promise<() => Promise<void>> {
  const { origin } = new URL(url);
  const session = await context.newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: bytes });
  await page.waitForTimeout(estimateMs);
  return async () => void (await session.send("Storage.overrideQuotaForOrigin", { origin }));
}
