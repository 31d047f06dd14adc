import type { Page } from "playwright-core";
import sharp from "sharp";
import { expect } from "vitest";
import { composer, message, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { choose, chosenOn, filesOf, type Given, picture, randomFile, tray } from "./support/filing.ts";
import { createGroup } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

/** A picture that takes a while to be made ready. */
async function large(name: string): Promise<Given> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 12 };
  const create = { width: 3_600, height: 2_700, channels: 3 as const, background: "#a33", noise };
  return { name, mimeType: "image/jpeg", buffer: await sharp({ create }).jpeg({ quality: 70 }).toBuffer() };
}

story(
  "Alice's page dies while her pictures are being made ready; they are in the tray when she is back",
  async ({ cast }) => {
    const alice = await cast("Alice", phone);
    const bob = await cast("Bob", wide);
    await writeTo(alice, bob);
    await send(alice.page, "Look at these");
    await waitUntilSent(alice.page, ["Look at these"]);
    await choose(alice.page, "Photo or video", await Promise.all([large("one.jpg"), large("two.jpg")]));
    await eventually(() => chosenOn(alice.page).then((all) => all.length)).toBe(2);
    await alice.page.reload();

    await tray(alice.page)
      .getByText(/^2 files · /)
      .waitFor();
    const removals = tray(alice.page).getByRole("button", { name: /^Remove (one|two)\.jpg$/ });
    await eventually(() => removals.count()).toBe(2);
    await composer(alice.page).fill("Both of them");
    await alice.page.getByRole("button", { name: "Send", exact: true }).click();
    await openChat(bob.page, "Alice");
    await message(bob.page, "Both of them").waitFor();
    expect((await filesOf(bob.page)).map((it) => it.name).sort()).toEqual(["one.webp", "two.webp"]);
  },
);

story(
  "Alice's storage is full: her tray says so, nothing is sent without the file, and her words go without it",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await send(alice.page, "One moment");
    await waitUntilSent(alice.page, ["One moment"]);
    const app = { code: "too_large", reason: "storage_full", sentence: "Your storage is full." };
    let tries = 0;
    await alice.page.route("**/files/uploads", (it) => {
      tries++;
      return it.fulfill({ status: 413, json: { error: { data: { app } } } });
    });
    await choose(alice.page, "File", [randomFile("map.bin", 5_000)]);
    await composer(alice.page).fill("Here is the map");
    await tray(alice.page)
      .getByText(/^1 file · /)
      .waitFor();
    await eventually(() => tray(alice.page).locator("[data-trouble]").count()).toBe(1);
    await composer(alice.page).press("Enter");
    await tray(alice.page).getByRole("alert").getByText("Your storage is full.").waitFor();
    await screenshot(alice.page, "tray full wide");
    expect(await message(alice.page, "Here is the map").count()).toBe(0);

    await tray(alice.page).getByRole("button", { name: "Try again" }).click();
    await eventually(() => tries).toBe(2);
    await tray(alice.page).getByRole("alert").getByText("Your storage is full.").waitFor();
    await tray(alice.page).getByRole("button", { name: "Remove map.bin" }).click();
    await composer(alice.page).press("Enter");
    await openChat(bob.page, "Alice");
    await message(bob.page, "Here is the map").waitFor();
  },
);

const thread = (page: Page) => page.getByRole("complementary", { name: "Thread" });

story(
  "What Alice has put into a thread's tray waits there, and not in the chat; her phone sends it into the thread",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", wide);
    await createGroup(alice, "Lunch", [bob]);
    await send(alice.page, "Ramen?");
    await waitUntilSent(alice.page, ["Ramen?"]);
    await message(alice.page, "Ramen?").hover();
    await message(alice.page, "Ramen?").getByRole("button", { name: "Reply in thread" }).click();
    const field = (page: Page) => thread(page).getByRole("textbox", { name: "Reply in thread" });
    await field(alice.page).waitFor();
    const [chooser] = await Promise.all([
      alice.page.waitForEvent("filechooser"),
      thread(alice.page)
        .getByRole("button", { name: "Add to the message" })
        .click()
        .then(() => thread(alice.page).getByRole("menuitem", { name: "Photo or video" }).click()),
    ]);
    await chooser.setFiles([await picture("bowl.jpg", "#a33")]);
    await field(alice.page).fill("This place");
    await tray(alice.page)
      .getByText(/^1 file · /)
      .waitFor();
    expect(await thread(alice.page).getByRole("region", { name: "Files for this message" }).count()).toBe(1);
    await screenshot(alice.page, "tray in a thread wide");
    const address = new URL(alice.page.url()).pathname;

    const mobile = await alice.withAnotherDevice(phone);
    await signIn(mobile);
    await mobile.page.goto(address);
    await eventually(() => field(mobile.page).inputValue()).toBe("This place");
    const small = tray(mobile.page).locator("img[src*='/small']");
    await eventually(() => small.evaluate((it) => (it as HTMLImageElement).naturalWidth > 0)).toBe(true);
    await mobile.page.getByRole("button", { name: "Send", exact: true }).click();
    await openChat(bob.page, "Lunch");
    await message(bob.page, "Ramen?")
      .getByRole("button", { name: /1 reply/ })
      .click();
    await thread(bob.page).getByRole("article").filter({ hasText: "This place" }).waitFor();
    await field(alice.page).blur();
    await eventually(() => tray(alice.page).count()).toBe(0);
  },
);
