import { startApp } from "@parley/api/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { chatInList, composer, message, openChat, send, tomorrowMorning, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { choose, filesOf, picture, randomFile, sha256, tray } from "./support/filing.ts";
import { newPerson } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn, signUp } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const scheduledBar = (page: Page) => page.getByRole("button", { name: /waits? for (its|their) time/ });
const list = (page: Page) => page.getByRole("dialog", { name: "Scheduled messages" });

async function sendAs(page: Page, text: string, way: string): Promise<void> {
  await composer(page).fill(text);
  await page.getByRole("button", { name: "Other ways to send" }).click();
  await page.getByRole("menuitem", { name: way }).click();
}

story(
  "Alice schedules without a network, changes it on her phone, and sends it from there at once",
  async ({ cast }) => {
    const alice = await cast("Alice");
    const bob = await cast("Bob");
    await writeTo(alice, bob);
    await send(alice.page, "Talk soon");
    await openChat(bob.page, "Alice");

    await alice.cutNetwork();
    await sendAs(alice.page, "Ramen tomorrow?", "Send later…");
    await tomorrowMorning(alice.page).click();
    await scheduledBar(alice.page).waitFor();
    await alice.mendNetwork();

    const onPhone = await alice.withAnotherDevice(phone);
    await signIn(onPhone);
    await openChat(onPhone.page, "Bob");
    await scheduledBar(onPhone.page).click();
    await list(onPhone.page).getByRole("button", { name: "Edit" }).click();
    await list(onPhone.page).getByRole("textbox", { name: "Message" }).fill("Udon tomorrow?");
    await list(onPhone.page).getByRole("button", { name: "Save" }).click();
    await list(onPhone.page).getByText("Udon tomorrow?").waitFor();
    await scheduledBar(alice.page).click();
    await list(alice.page).getByText("Udon tomorrow?").waitFor();
    expect(await message(bob.page, "tomorrow").count()).toBe(0);

    await list(onPhone.page).getByRole("button", { name: "Send now" }).click();
    await message(bob.page, "Udon tomorrow?").waitFor();
    await list(alice.page).getByText("Nothing waits here").waitFor();
    expect(await message(bob.page, "tomorrow").count()).toBe(1);
    await onPhone.context.close();
  },
);

story(
  "Alice schedules pictures without a network; her phone shows them, changes the words and sends them at once",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob");
    await writeTo(alice, bob);
    await send(alice.page, "Talk soon");
    await openChat(bob.page, "Alice");
    const menu = randomFile("menu.bin", 90_000);

    await alice.cutNetwork();
    await choose(alice.page, "Photo or video", [await picture("a.jpg", "#a33")]);
    await choose(alice.page, "File", [menu]);
    await sendAs(alice.page, "Which one?", "Send later…");
    await tomorrowMorning(alice.page).click();
    await scheduledBar(alice.page).click();
    await list(alice.page).getByText("menu.bin").waitFor();
    expect(await tray(alice.page).count()).toBe(0);
    await screenshot(alice.page, "later files waiting wide");
    await list(alice.page).getByRole("button", { name: "Close" }).last().click();
    await alice.mendNetwork();

    const onPhone = await alice.withAnotherDevice(phone);
    await signIn(onPhone);
    await openChat(onPhone.page, "Bob");
    await scheduledBar(onPhone.page).click();
    const shown = list(onPhone.page).locator("img[src*='/small']");
    await eventually(() => shown.evaluate((it) => (it as HTMLImageElement).naturalWidth > 0)).toBe(true);
    await list(onPhone.page).getByRole("button", { name: "Edit" }).click();
    await list(onPhone.page).getByRole("textbox", { name: "Message" }).fill("This one?");
    await list(onPhone.page).getByRole("button", { name: "Save" }).click();
    await list(onPhone.page).getByText("This one?").waitFor();
    await screenshot(onPhone.page, "later files phone");
    await list(onPhone.page).getByRole("button", { name: "Send now" }).click();

    await message(bob.page, "This one?").waitFor();
    const arrived = await filesOf(bob.page);
    expect(arrived.map((it) => it.name)).toEqual(["a.jpg", "menu.bin"]);
    expect(arrived[1]?.sha256).toBe(sha256(menu.buffer));
    await eventually(() => scheduledBar(alice.page).count()).toBe(0);

    // What she drops is erased from the server too.
    await choose(alice.page, "File", [randomFile("dropped.bin", 5_000)]);
    await alice.page.getByRole("button", { name: "Other ways to send" }).click();
    await alice.page.getByRole("menuitem", { name: "Send later…" }).click();
    await tomorrowMorning(alice.page).click();
    await scheduledBar(alice.page).click();
    const erased = alice.page.waitForResponse((it) => it.request().method() === "DELETE" && it.status() === 204);
    await list(alice.page).getByRole("button", { name: "Delete" }).click();
    await list(alice.page).getByText("Nothing waits here").waitFor();
    await list(alice.page).getByRole("button", { name: "Close" }).last().click();
    await erased;

    await choose(alice.page, "File", [randomFile("quiet.bin", 5_000)]);
    await alice.page.getByRole("button", { name: "Other ways to send" }).click();
    await alice.page.getByRole("menuitem", { name: "Send without a sound" }).click();
    const last = bob.page.getByRole("log").getByRole("article").last();
    await last.getByText("quiet.bin").waitFor();
    await last.getByRole("img", { name: "Sent without a sound" }).waitFor();
    await onPhone.context.close();
  },
);

story("a message goes without a sound, another for a while, and both say so", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await sendAs(alice.page, "No hurry", "Send without a sound");
  await openChat(bob.page, "Alice");
  await message(bob.page, "No hurry").getByRole("img", { name: "Sent without a sound" }).waitFor();

  await sendAs(alice.page, "The code is 4711", "Send for a while…");
  const dialog = alice.page.getByRole("dialog", { name: "Send for a while" });
  await dialog.getByRole("combobox", { name: "Goes after" }).selectOption("1 hour");
  await dialog.getByRole("button", { name: "Send" }).click();
  await message(bob.page, "4711")
    .getByRole("img", { name: /^Disappears (today|tomorrow)/i })
    .waitFor();
});

story(
  "[F25] what disappears is gone from both screens, the devices, the quote and the database",
  async ({ browser }) => {
    let ahead = 0;
    const app = await startApp({ rooms: true, now: () => new Date(Date.now() + ahead) });
    const [alice, bob] = await Promise.all(["Alice", "Bob"].map((name) => newPerson(browser, app.url, name)));
    try {
      await signUp(alice!);
      await signUp(bob!);
      await writeTo(alice!, bob!);
      await send(alice!.page, "Hello");
      await openChat(bob!.page, "Alice");
      await bob!.page.getByRole("heading", { level: 1 }).getByRole("link", { name: "open details" }).click();
      await bob!.page.getByRole("combobox", { name: "Goes after" }).selectOption("1 hour");
      await message(bob!.page, "Hello").waitFor();
      await alice!.page.getByRole("log").getByText("Bob set messages to disappear after 1 hour").waitFor();
      await send(alice!.page, "The code is 4711");
      await message(bob!.page, "4711").waitFor();
      await bob!.page.getByRole("combobox", { name: "Goes after" }).selectOption("Never");
      await alice!.page.getByRole("log").getByText("Bob turned disappearing messages off").waitFor();

      ahead = 3_601_000;
      for (const { page } of [alice!, bob!]) {
        await page.reload();
        await composer(page).waitFor();
        await eventually(() => message(page, "4711").count()).toBe(0);
        await message(page, "Hello").waitFor();
        await page.goto("/");
        await chatInList(page, page === alice!.page ? "Bob" : "Alice").waitFor();
        await eventually(() => heldOnDevice(page)).not.toContain("4711");
      }
      await app.runJob("erase-expired");
      const rows = await app.db.selectFrom("messages").selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain("4711");
    } finally {
      for (const it of [alice!, bob!]) await it.context.close();
      await app.close();
    }
  },
);

story("Bob is away: Alice hears it once, and her messages stay unread", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "Hello");
  await chatInList(bob.page, "Alice").waitFor();
  await bob.page.goto("/settings/away");
  await bob.page.getByRole("textbox", { name: "Reply" }).fill("Back on Monday.");
  const told = bob.page.waitForResponse((response) => /sync\.setOwn/.test(response.url()) && response.ok());
  await bob.page.getByRole("button", { name: "Start" }).click();
  await bob.page.getByText("On until you end it.").waitFor();
  await told;
  await bob.page.goto("/");

  await send(alice.page, "Ramen?");
  await message(alice.page, "Back on Monday.").getByText("Automatic reply").waitFor();
  await send(alice.page, "Or udon?");
  await chatInList(bob.page, "Alice").getByText("3", { exact: true }).waitFor();
  expect(await message(alice.page, "Back on Monday.").count()).toBe(1);

  await bob.page.goto("/settings/away");
  await bob.page.getByRole("button", { name: "I’m back" }).click();
  await bob.page.getByRole("button", { name: "Start" }).waitFor();
});

/** Everything that IndexedDB keeps in this browser, as text. */
function heldOnDevice(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name ?? "");
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (const store of db.objectStoreNames) {
        found.push(
          await new Promise((resolve) => {
            const asked = db.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => resolve(asked.result);
          }),
        );
      }
      db.close();
    }
    return JSON.stringify(found);
  });
}
