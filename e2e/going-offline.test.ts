import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import {
  composer,
  editMessage,
  message,
  openChat,
  send,
  shownOf,
  waitForTick,
  waitUntilSent,
  writeTo,
} from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { installedPerson } from "./support/person.ts";
import { serviceWorkerOf } from "./support/service-worker.ts";
import { signUp } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story(
  "Alice reloads without a network, reads, writes three messages and edits one; Bob gets each once, in order",
  async ({ cast }) => {
    const alice = await cast("Alice", phone);
    const bob = await cast("Bob", wide);
    await writeTo(alice, bob);
    await send(alice.page, "On the train now");
    await waitUntilSent(alice.page, ["On the train now"]);
    await openChat(bob.page, "Alice");
    await send(bob.page, "Good trip!");
    await message(alice.page, "Good trip!").waitFor();
    await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    const line = alice.page.getByRole("status", { name: "Connection" });
    await alice.cutNetwork();
    await line.getByText("You’re offline. Reading and writing work.").waitFor();
    await alice.page.reload();
    await message(alice.page, "Good trip!").waitFor();
    for (const text of ["First tunnel", "Second tunnel", "Third tunnel"]) await send(alice.page, text);
    await editMessage(alice.page, "Second tunnel", "Second tunnel, a long one");
    await waitForTick(alice.page, "Third tunnel", "Waiting to be sent");
    await send(bob.page, "Are you through?");
    await waitUntilSent(bob.page, ["Are you through?"]);

    await alice.page.reload();
    await message(alice.page, "Third tunnel").waitFor();
    await alice.mendNetwork();

    const written = [
      "On the train now",
      "Good trip!",
      "Are you through?",
      "First tunnel",
      "Second tunnel, a long one",
      "Third tunnel",
    ];
    await message(bob.page, "Third tunnel").waitFor();
    await waitUntilSent(alice.page, ["First tunnel", "Second tunnel, a long one", "Third tunnel"]);
    await eventually(() => shownOf(alice.page, written)).toEqual(written);
    expect(await shownOf(bob.page, written)).toEqual(written);
    await eventually(() => line.textContent()).toBe("");
  },
);

story(
  "Alice closes the page without a network; what she wrote leaves when the network is back",
  async ({ parley, cast }) => {
    const profile = await mkdtemp(join(tmpdir(), "parley-profile-"));
    const alice = await installedPerson(profile, parley.url, "Alice", phone);
    try {
      const bob = await cast("Bob", wide);
      await signUp(alice);
      await writeTo(alice, bob);
      await send(alice.page, "Landing soon");
      await waitUntilSent(alice.page, ["Landing soon"]);
      await openChat(bob.page, "Alice");
      const worker = await serviceWorkerOf(alice);

      await alice.cutNetwork();
      await send(alice.page, "Fetch me at the north exit");
      await send(alice.page, "Bring the dog");
      await waitForTick(alice.page, "Bring the dog", "Waiting to be sent");
      await worker.leavePage();
      await alice.mendNetwork();
      await worker.sync("outbox");

      await message(bob.page, "Bring the dog").waitFor();
      const written = ["Landing soon", "Fetch me at the north exit", "Bring the dog"];
      expect(await shownOf(bob.page, written)).toEqual(written);

      const again = await alice.openTab();
      await openChat(again, "Bob");
      await waitUntilSent(again, written);
      expect(await shownOf(again, written)).toEqual(written);
      await composer(again).waitFor();
    } finally {
      await alice.context.close();
      await rm(profile, { recursive: true, force: true });
    }
  },
);

story("[F23] a message that Alice deletes before it was ever sent reaches nobody", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Back on Monday");
  await waitUntilSent(alice.page, ["Back on Monday"]);
  await openChat(bob.page, "Alice");

  await alice.cutNetwork();
  await send(alice.page, "I quit, by the way");
  await message(alice.page, "I quit, by the way").getByText("I quit, by the way").hover();
  await message(alice.page, "I quit, by the way").getByRole("button", { name: "More actions" }).click();
  await alice.page.getByRole("menuitem", { name: "Delete…" }).click();
  await alice.page.getByText("It was never sent. Nobody has seen it.").waitFor();
  await alice.page.getByRole("dialog").getByRole("button", { name: "Delete", exact: true }).click();
  await send(alice.page, "Have a nice weekend");
  await alice.mendNetwork();

  await message(bob.page, "Have a nice weekend").waitFor();
  const written = ["Back on Monday", "I quit, by the way", "Have a nice weekend"];
  expect(await shownOf(bob.page, written)).toEqual(["Back on Monday", "Have a nice weekend"]);
  await bob.page.reload();
  await message(bob.page, "Have a nice weekend").waitFor();
  expect(await bob.page.getByText("deleted").count()).toBe(0);
});
