import { expect } from "vitest";
import {
  chatInList,
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
import { serviceWorkerOf } from "./support/service-worker.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { watchRooms } from "./support/sockets.ts";
import { story } from "./support/story.ts";

story(
  "[F29] Alice's two tabs share one socket, and the other takes over within a second when one is closed",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(bob, alice);
    await send(bob.page, "Are you there?");

    const first = await alice.context.newPage();
    const roomsOfFirst = watchRooms(first);
    await alice.page.close();
    await first.goto("/");
    await eventually(roomsOfFirst).toHaveLength(1);
    const second = await alice.context.newPage();
    const roomsOfSecond = watchRooms(second);
    await second.goto("/");
    await openChat(second, "Bob");
    await message(second, "Are you there?").waitFor();
    // The conversation is open in the second tab, and its room in the first one, which leads.
    await eventually(() => roomsOfFirst().map(partyOf).toSorted()).toEqual(["conversation", "user"]);
    expect(roomsOfSecond()).toEqual([]);

    await composer(bob.page).pressSequentially("Hello", { delay: 5 });
    await second.getByRole("log").getByText("Bob is typing").waitFor();
    await composer(second).fill("I am, twice");
    await composer(second).press("Enter");
    await message(bob.page, "I am, twice").waitFor();
    await openChat(first, "Bob");
    await message(first, "I am, twice").waitFor();

    await first.close();
    const began = Date.now();
    await second.waitForFunction(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      const isLeader = (it: LockInfo) => it.name?.startsWith("parley:leader:");
      return held.some(isLeader) && !pending.some(isLeader);
    });
    expect(Date.now() - began).toBeLessThan(1_000);
    await eventually(() => roomsOfSecond().map(partyOf).toSorted()).toEqual(["conversation", "user"]);
    await send(bob.page, "And now?");
    await message(second, "And now?").waitFor();
  },
);

story("[F30] two tabs and the service worker send what waits together: everything once, in order", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Before");
  await waitUntilSent(alice.page, ["Before"]);
  await openChat(bob.page, "Alice");
  const worker = await serviceWorkerOf(alice);
  const other = await alice.openTab();
  await openChat(other, "Bob");

  await alice.cutNetwork();
  const written = ["Before"];
  for (let n = 1; n <= 4; n++) {
    await send(alice.page, `Left ${n}`);
    await message(other, `Left ${n}`).waitFor();
    await send(other, `Right ${n}`);
    await message(alice.page, `Right ${n}`).waitFor();
    written.push(`Left ${n}`, `Right ${n}`);
  }
  await alice.mendNetwork();
  await Promise.all([worker.sync("outbox"), send(other, "After"), worker.sync("outbox")]);
  written.push("After");

  await message(bob.page, "After").waitFor();
  expect(await shownOf(bob.page, written)).toEqual(written);
  await waitUntilSent(alice.page, written);
  expect(await shownOf(alice.page, written)).toEqual(written);
  expect(await shownOf(other, written)).toEqual(written);
});

story("what Alice writes, reads and leaves unfinished on her phone is on her laptop at once", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", wide);
  const onPhone = await alice.withAnotherDevice(phone);
  await signIn(onPhone);
  await writeTo(bob, alice);
  await send(bob.page, "Did you see the flat?");
  await chatInList(alice.page, "Bob").getByLabel("1 unread").waitFor();
  await chatInList(onPhone.page, "Bob").getByLabel("1 unread").waitFor();

  await openChat(onPhone.page, "Bob");
  await waitForTick(bob.page, "Did you see the flat?", "Read");
  await chatInList(alice.page, "Bob").getByLabel("1 unread").waitFor({ state: "detached" });

  await openChat(alice.page, "Bob");
  await send(onPhone.page, "Yes, it is lovely");
  await message(alice.page, "Yes, it is lovely").waitFor();
  await waitForTick(alice.page, "Yes, it is lovely", "Read");

  await alice.page.getByRole("link", { name: "Parley" }).click();
  await composer(onPhone.page).fill("But the rent is");
  await chatInList(alice.page, "Bob").getByText("But the rent is").waitFor();
  await openChat(alice.page, "Bob");
  await eventually(() => composer(alice.page).inputValue()).toBe("But the rent is");
  await onPhone.context.close();
});

story(
  "[F19] Alice signs her lost phone out from her laptop: its copy goes at once and what waits there is never sent",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    const lost = await alice.withAnotherDevice(phone);
    const roomsOfLost = watchRooms(lost.page);
    await signIn(lost);
    await writeTo(bob, alice);
    await send(bob.page, "Our secret");
    await openChat(lost.page, "Bob");
    await message(lost.page, "Our secret").waitFor();

    await alice.page.goto("/settings/account");
    await alice.page.getByRole("button", { name: /^Sign out: / }).click();
    await lost.page.getByRole("button", { name: "Continue with a passkey" }).waitFor();
    await eventually(roomsOfLost).toEqual([]);
    await eventually(() => databasesOf(lost.page)).toEqual([]);
    expect(await lost.page.getByText("Our secret").count()).toBe(0);

    await signIn(lost);
    await openChat(lost.page, "Bob");
    await lost.cutNetwork();
    await send(lost.page, "I found this phone");
    await waitForTick(lost.page, "I found this phone", "Waiting to be sent");
    const said = alice.page.getByText("That device is signed out.");
    await said.waitFor({ state: "detached" });
    await alice.page.getByRole("button", { name: /^Sign out: / }).click();
    await said.waitFor();
    await lost.mendNetwork();
    await lost.page.getByRole("button", { name: "Continue with a passkey" }).waitFor();
    await eventually(() => databasesOf(lost.page)).toEqual([]);

    await openChat(alice.page, "Bob");
    await send(alice.page, "That was not me");
    await openChat(bob.page, "Alice");
    await message(bob.page, "That was not me").waitFor();
    expect(await shownOf(bob.page, ["I found this phone", "That was not me"])).toEqual(["That was not me"]);
    await lost.context.close();
  },
);

const partyOf = (room: string) => room.split("/")[2];

/** The copies of people's things that this device holds. */
async function databasesOf(page: import("playwright-core").Page): Promise<(string | undefined)[]> {
  const names = await page.evaluate(async () => (await indexedDB.databases()).map((it) => it.name));
  return names.filter((it) => it?.includes(":"));
}
