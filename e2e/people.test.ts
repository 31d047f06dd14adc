import type { Page } from "playwright-core";
import { expect } from "vitest";
import {
  chatInList,
  composer,
  conversationState,
  message,
  openChat,
  send,
  tickOf,
  waitForTick,
  writeTo,
} from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import type { Person } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { sendFiles } from "./support/sending-files.ts";
import { story } from "./support/story.ts";

/** As strangers meet: by the link, and without having been asked. */
async function approach({ page }: Person, other: Person): Promise<void> {
  await page.goto(`/u/${other.username}`);
  await page.getByRole("button", { name: "Message" }).click();
  await composer(page).waitFor();
}

const tray = (person: Person) => person.page.getByRole("link", { name: /Message requests/ });

story("What a stranger writes waits in a tray until it is accepted", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice"), await cast("Bob")];
  await approach(alice, bob);
  await send(alice.page, "Hello, we met at the ferry");
  await waitForTick(alice.page, "Hello, we met at the ferry", "Sent");

  await tray(bob).click();
  await bob.page.getByRole("link", { name: "Alice" }).click();
  await message(bob.page, "we met at the ferry").waitFor();
  await screenshot(bob.page, "people a request");
  // Read, and yet nobody hears of it.
  await bob.page.waitForTimeout(2_500);
  expect(await tickOf(alice.page, "Hello, we met at the ferry")).toBe("Sent");
  expect(await conversationState(alice.page).textContent()).not.toContain("online");
  await sendFiles(alice, [{ bytes: Buffer.from("Ferries leave at nine"), input: { name: "ferries.txt" } }]);
  await bob.page.getByRole("button", { name: /^ferries\.txt/ }).waitFor();
  const chat = bob.page.url();
  await bob.page.goto("/gallery?kind=files");
  await bob.page.getByText("No files yet").waitFor();
  await bob.page.goto(chat);

  await bob.page.getByRole("button", { name: "Accept" }).click();
  await send(bob.page, "I remember!");
  await message(alice.page, "I remember!").waitFor();
  await waitForTick(alice.page, "Hello, we met at the ferry", "Read");
  await bob.page.goto("/");
  await chatInList(bob.page, "Alice").waitFor();
  expect(await tray(bob).count()).toBe(0);
  await bob.page.goto("/gallery?kind=files");
  await bob.page.getByRole("button", { name: /^ferries\.txt/ }).waitFor();
});

story("Bob keeps Alice under a name of his own, with a note, on every screen", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice"), await cast("Bob")];
  const { page } = bob;
  await page.goto("/people");
  await page.getByRole("searchbox", { name: "Search people" }).fill(alice.username);
  await page.getByRole("button", { name: "Add Alice to contacts" }).click();
  await page.getByRole("searchbox", { name: "Search people" }).fill("");
  await page.getByRole("button", { name: /^Alice/ }).click();
  await page.getByRole("button", { name: "Edit contact" }).click();
  const editor = page.getByRole("dialog", { name: "Edit contact" });
  await editor.getByLabel("Name").fill("Alice from the ferry");
  await editor.getByLabel("Note").fill("Knows the captain");
  await editor.getByLabel("Favourite").click();
  await editor.getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog", { name: "Alice from the ferry" }).getByText("Knows the captain").waitFor();
  await screenshot(page, "people a contact");
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Favourites" }).waitFor();
  await page.getByRole("button", { name: "My code and link" }).click();
  await page.getByRole("img", { name: /QR code of .*\/u\/bob/ }).waitFor();
  await screenshot(page, "people my code");

  // A contact needs not ask.
  await approach(alice, bob);
  await send(alice.page, "Ahoy");
  await page.goto("/");
  await chatInList(page, "Alice from the ferry").waitFor();
});

story("Bob blocks Alice, and to her it is silence", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice"), await cast("Bob")];
  await approach(alice, bob);
  await send(alice.page, "Buy my boat");
  await tray(bob).click();
  await bob.page.getByRole("link", { name: "Alice" }).click();
  await bob.page.getByRole("button", { name: "Accept" }).click();
  await waitForTick(alice.page, "Buy my boat", "Read");
  await openChat(bob.page, "Alice");
  await bob.page.getByRole("heading", { level: 1 }).getByRole("link").click();
  await bob.page.getByRole("button", { name: "Block…" }).click();
  // Shown at once, and true from when the server has it.
  const told = ownThingsKept(bob.page);
  await bob.page.getByRole("dialog").getByRole("button", { name: "Block", exact: true }).click();
  await bob.page.getByText("is blocked", { exact: false }).first().waitFor();
  await told;

  await send(alice.page, "A very good boat");
  await waitForTick(alice.page, "A very good boat", "Sent");
  await bob.page.waitForTimeout(2_000);
  expect(await message(bob.page, "A very good boat").count()).toBe(0);
  expect(await tickOf(alice.page, "A very good boat")).toBe("Sent");
  await bob.page.goto("/");
  await chatInList(bob.page, "Alice").waitFor();
  await eventually(async () => expect(await chatInList(bob.page, "Alice").textContent()).toContain("Buy my boat"));
  expect(await chatInList(bob.page, "Alice").textContent()).not.toMatch(/unread/);
});

story("Bob says when he is busy, and keeps to himself when he was last here", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice"), await cast("Bob")];
  await writeTo(alice, bob);
  await send(alice.page, "Ramen?");
  await openChat(bob.page, "Alice");
  await conversationState(alice.page).getByText("online").waitFor();

  await bob.page.goto("/settings/profile");
  await bob.page.getByLabel("What are you up to?").fill("Repairing nets");
  await bob.page.getByLabel("Emoji", { exact: true }).fill("🎣");
  await bob.page.getByLabel("Do not disturb").click();
  await bob.page.getByRole("button", { name: "Set status" }).click();
  await conversationState(alice.page).getByText("🎣 Repairing nets").waitFor();
  await screenshot(alice.page, "people a status");

  await bob.page.goto("/settings/privacy");
  const told = ownThingsKept(bob.page);
  await bob.page.getByLabel("Last seen and online", { exact: true }).selectOption("Nobody");
  await told;
  await screenshot(bob.page, "people privacy");
  await bob.page.setViewportSize({ width: 390, height: 844 });
  await screenshot(bob.page, "people privacy phone");
  await bob.page.goto("/people");
  await screenshot(bob.page, "people phone");
  await alice.page.reload();
  await conversationState(alice.page).getByText("🎣 Repairing nets").waitFor();
  await bob.page.goto("/settings/profile");
  await bob.page.getByRole("button", { name: "Clear status" }).click();
  // Who is here is asked once a minute.
  await conversationState(alice.page).getByText("last seen recently").waitFor({ timeout: 150_000 });
});

/** What somebody sets shows at once, and is true for others from when the server has it. */
function ownThingsKept(page: Page): Promise<unknown> {
  return page.waitForResponse((response) => /sync\.setOwn/.test(response.url()) && response.ok());
}
