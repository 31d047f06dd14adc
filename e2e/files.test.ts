import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { composer, message, openChat, send, waitForTick, waitUntilSent, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import {
  choose,
  drag,
  filesOf,
  paste,
  picture,
  randomFile,
  sha256,
  shareFromElsewhere,
  slowLine,
  tray,
} from "./support/filing.ts";
import { installedPerson } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { serviceWorkerOf } from "./support/service-worker.ts";
import { signUp } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story("Alice sends three pictures and a document with words; Bob gets each once, as it was", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  const menu = randomFile("menu.bin", 700_000);
  await choose(
    alice.page,
    "Photo or video",
    await Promise.all([picture("a.jpg", "#a33"), picture("b.jpg", "#3a3"), picture("c.jpg", "#33a")]),
  );
  await choose(alice.page, "File", [menu]);
  await tray(alice.page)
    .getByRole("button", { name: /^b\.jpg, / })
    .click();
  await alice.page.getByRole("textbox", { name: "Describe b.jpg" }).fill("A bowl of ramen");
  await tray(alice.page).getByRole("button", { name: "Move forward" }).click();
  await tray(alice.page)
    .getByText(/^4 files · /)
    .waitFor();
  await screenshot(alice.page, "files tray wide");
  await composer(alice.page).fill("Which one?");
  await composer(alice.page).press("Enter");

  await waitUntilSent(alice.page, ["Which one?"]);
  await openChat(bob.page, "Alice");
  await message(bob.page, "Which one?").waitFor();
  const arrived = await filesOf(bob.page);
  expect(arrived.map((it) => it.name.split(".")[0])).toEqual(["b", "a", "c", "menu"]);
  expect(arrived[3]?.sha256).toBe(sha256(menu.buffer));
  expect(arrived).toEqual(await filesOf(alice.page));
  expect(await tray(alice.page).count()).toBe(0);
  await screenshot(bob.page, "files arrived phone");
});

story("Alice chooses files without a network, reloads, and they leave when it is back", async ({ cast }) => {
  const alice = await cast("Alice", phone);
  const bob = await cast("Bob", wide);
  await writeTo(alice, bob);
  await send(alice.page, "On the train");
  await waitUntilSent(alice.page, ["On the train"]);
  await openChat(bob.page, "Alice");
  await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await alice.cutNetwork();
  const notes = randomFile("notes.bin", 300_000);
  await choose(alice.page, "File", [notes]);
  await screenshot(alice.page, "files tray phone");
  await composer(alice.page).fill("My notes");
  await alice.page.getByRole("button", { name: "Send", exact: true }).click();
  await waitForTick(alice.page, "My notes", "Waiting to be sent");
  await message(alice.page, "My notes").getByText("Waits for the network").waitFor();
  await alice.page.reload();
  await waitForTick(alice.page, "My notes", "Waiting to be sent");
  await screenshot(alice.page, "files waiting phone");
  await alice.mendNetwork();

  await message(bob.page, "My notes").waitFor();
  await waitUntilSent(alice.page, ["My notes"]);
  expect(await filesOf(bob.page)).toEqual([{ name: "notes.bin", sha256: sha256(notes.buffer) }]);
});

story(
  "Alice reloads and the server dies while a film is on its way: what is written passes it, and Bob gets it once",
  async ({ cast, parley }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await send(alice.page, "Watch this");
    await waitUntilSent(alice.page, ["Watch this"]);
    await openChat(bob.page, "Alice");
    await slowLine(alice.page, 400_000);
    const film = randomFile("film.bin", 5_000_000);
    await choose(alice.page, "File", [film]);
    await composer(alice.page).fill("The whole film");
    await composer(alice.page).press("Enter");
    const line = alice.page.getByRole("status", { name: "Connection" });
    await line.getByText(/Sending 1 file · [1-9]/).waitFor();
    await screenshot(alice.page, "files on their way wide");
    await send(alice.page, "It is long");
    await message(bob.page, "It is long").waitFor();
    expect(await message(bob.page, "The whole film").count()).toBe(0);

    await alice.page.reload();
    await message(alice.page, "The whole film").getByRole("progressbar", { name: "Sent so far" }).waitFor();
    await parley.kill9();
    await alice.page.waitForTimeout(1_000);
    await parley.restart();

    await message(bob.page, "The whole film").waitFor();
    await waitUntilSent(alice.page, ["The whole film"]);
    expect(await filesOf(bob.page)).toEqual([{ name: "film.bin", sha256: sha256(film.buffer) }]);
    expect(await message(bob.page, "The whole film").count()).toBe(1);
  },
);

story("Alice closes the page while a file is on its way; it arrives all the same", async ({ parley, cast }) => {
  const profile = await mkdtemp(join(tmpdir(), "parley-profile-"));
  const alice = await installedPerson(profile, parley.url, "Alice", phone);
  try {
    const bob = await cast("Bob", wide);
    await signUp(alice);
    await writeTo(alice, bob);
    await send(alice.page, "Boarding");
    await waitUntilSent(alice.page, ["Boarding"]);
    await openChat(bob.page, "Alice");
    const worker = await serviceWorkerOf(alice);
    await slowLine(alice.page, 200_000);
    const tickets = randomFile("tickets.bin", 3_000_000);
    await choose(alice.page, "File", [tickets]);
    await composer(alice.page).fill("Our tickets");
    await alice.page.getByRole("button", { name: "Send", exact: true }).click();
    await message(alice.page, "Our tickets").getByRole("progressbar", { name: "Sent so far" }).waitFor();

    await worker.leavePage();
    await worker.sync("outbox");

    await message(bob.page, "Our tickets").waitFor();
    expect(await filesOf(bob.page)).toEqual([{ name: "tickets.bin", sha256: sha256(tickets.buffer) }]);
  } finally {
    await alice.context.close();
    await rm(profile, { recursive: true, force: true });
  }
});

story("Alice drops, pastes and shares files into the tray, and sees what they take", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const { page } = alice;
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(page, "Some notes");
  await waitUntilSent(page, ["Some notes"]);
  await drag(page, "dragover", "dropped.txt");
  await page.getByText("Drop for Bob").waitFor();
  await screenshot(page, "files drop wide");
  await drag(page, "drop", "dropped.txt");
  await tray(page)
    .getByRole("button", { name: /^dropped\.txt, / })
    .waitFor();
  expect(await page.getByText("Drop for Bob").count()).toBe(0);
  await paste(page, "pasted.txt");
  await tray(page)
    .getByRole("button", { name: /^pasted\.txt, / })
    .waitFor();
  await composer(page).press("Enter");
  const files = page.getByRole("log").getByRole("article").nth(1);
  await files.getByRole("img", { name: /^(Sent|Delivered|Read)$/ }).waitFor();

  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto("/settings/storage");
  await page.getByText("2 files sent lately, ").waitFor();
  await page.getByText(/^Documents: 2 files, /).waitFor();
  await screenshot(page, "files storage wide");
  await page.getByRole("button", { name: "Clear sent files" }).click();
  await page.getByText("2 files sent lately, ").waitFor({ state: "detached" });

  await shareFromElsewhere(page, "shared.txt");
  await page.getByText("1 file", { exact: true }).waitFor();
  await page.getByRole("main").getByRole("button", { name: "Bob" }).click();
  await tray(page)
    .getByRole("button", { name: /^shared\.txt, / })
    .waitFor();
  await composer(page).press("Enter");
  await openChat(bob.page, "Alice");
  await eventually(async () => (await filesOf(bob.page)).map((it) => it.name)).toEqual([
    "dropped.txt",
    "pasted.txt",
    "shared.txt",
  ]);
});

story("Alice pauses a file, goes on, and takes another back before it has left", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Two files");
  await waitUntilSent(alice.page, ["Two files"]);
  await openChat(bob.page, "Alice");
  const hurry = await slowLine(alice.page, 100_000);
  for (const [name, words] of [
    ["first.bin", "The first"],
    ["second.bin", "The second"],
  ] as const) {
    await choose(alice.page, "File", [randomFile(name, 2_000_000)]);
    await composer(alice.page).fill(words);
    await composer(alice.page).press("Enter");
    await message(alice.page, words).getByRole("progressbar", { name: "Sent so far" }).waitFor();
  }

  await message(alice.page, "The first").getByRole("button", { name: "Pause" }).click();
  await message(alice.page, "The first").getByText("Paused").waitFor();
  await message(alice.page, "The second").getByRole("button", { name: "Cancel" }).click();
  await message(alice.page, "The second").waitFor({ state: "detached" });
  await hurry();
  await send(alice.page, "Only one of them");
  await message(bob.page, "Only one of them").waitFor();
  expect(await message(bob.page, "The first").count()).toBe(0);
  await message(alice.page, "The first").getByRole("button", { name: "Go on" }).click();

  await message(bob.page, "The first").waitFor();
  expect((await filesOf(bob.page)).map((it) => it.name)).toEqual(["first.bin"]);
  await alice.page.reload();
  await message(alice.page, "The first").waitFor();
  await eventually(() => message(alice.page, "The second").count()).toBe(0);
});
