import { startPostgres } from "@parley/db/testing";
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
import { newPerson } from "./support/person.ts";
import { signUp } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { watchRooms } from "./support/sockets.ts";
import { startParley } from "./support/start-parley.ts";
import { story } from "./support/story.ts";

story(
  "the server loses its power while Alice sends: every message arrives once, in order",
  async ({ parley, cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    await writeTo(alice, bob);
    await send(alice.page, "Counting to eight");
    await waitUntilSent(alice.page, ["Counting to eight"]);
    await openChat(bob.page, "Alice");

    const written = ["Counting to eight"];
    for (let n = 1; n <= 8; n++) {
      const leaves = n === 4 && alice.page.waitForRequest(/messages\.send/);
      await send(alice.page, `number ${n}!`);
      written.push(`number ${n}!`);
      if (leaves) await leaves.then(parley.kill9);
    }
    await waitForTick(alice.page, "number 8!", "Waiting to be sent");
    await parley.restart();

    await message(bob.page, "number 8!").waitFor();
    await waitUntilSent(alice.page, written);
    expect(await shownOf(bob.page, written)).toEqual(written);
    expect(await shownOf(alice.page, written)).toEqual(written);
    await bob.page.reload();
    await message(bob.page, "number 8!").waitFor();
    expect(await shownOf(bob.page, written)).toEqual(written);
  },
);

story(
  "[F08] the rooms are killed: nothing is lost, and soon Alice and Bob see each other type again",
  async ({ parley, cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    const roomsOfBob = watchRooms(bob.page);
    await writeTo(alice, bob);
    await send(alice.page, "One");
    await openChat(bob.page, "Alice");
    await message(bob.page, "One").waitFor();
    await eventually(roomsOfBob).toHaveLength(2);

    parley.killRooms();
    await send(alice.page, "Two");
    await eventually(roomsOfBob).toHaveLength(0);
    await send(alice.page, "Three");
    await message(bob.page, "Three").waitFor();
    expect(await shownOf(bob.page, ["One", "Two", "Three"])).toEqual(["One", "Two", "Three"]);

    await eventually(roomsOfBob).toHaveLength(2);
    await eventually(async () => {
      await composer(alice.page).pressSequentially("x");
      return bob.page.getByRole("log").getByText("Alice is typing").isVisible();
    }).toBe(true);
  },
);

story(
  "[F09] without any rooms messages still arrive, a little later, and a quiet line says so",
  async ({ browser }) => {
    const parley = await startParley({
      env: { PARTY_URL: "http://127.0.0.1:9", PARTY_SECRET: "a secret for rooms that are not there" },
    });
    const alice = await newPerson(browser, parley.url, "Alice", wide);
    const bob = await newPerson(browser, parley.url, "Bob", phone);
    try {
      await signUp(alice);
      await signUp(bob);
      await writeTo(alice, bob);
      await send(alice.page, "By pigeon");
      await openChat(bob.page, "Alice");
      await message(bob.page, "By pigeon").waitFor();
      await send(bob.page, "The pigeon is tired");
      await message(alice.page, "The pigeon is tired").waitFor();
      await waitForTick(alice.page, "By pigeon", "Read");
      await alice.page
        .getByRole("status", { name: "Connection" })
        .getByText("Live updates are away. Messages still arrive, a little later.")
        .waitFor();
    } finally {
      await alice.context.close();
      await bob.context.close();
      await parley.stop();
    }
  },
);

story("PostgreSQL is restarted while Alice writes: her message waits and goes on its way", async ({ browser }) => {
  const postgres = await startPostgres();
  const parley = await startParley({ database: postgres.url });
  const alice = await newPerson(browser, parley.url, "Alice", wide);
  const bob = await newPerson(browser, parley.url, "Bob", phone);
  try {
    await signUp(alice);
    await signUp(bob);
    await writeTo(alice, bob);
    await send(alice.page, "Before the restart");
    await openChat(bob.page, "Alice");
    await message(bob.page, "Before the restart").waitFor();

    const restarted = postgres.restart();
    await send(alice.page, "During the restart");
    await restarted;
    await send(alice.page, "After the restart");

    const written = ["Before the restart", "During the restart", "After the restart"];
    await message(bob.page, "After the restart").waitFor();
    expect(await shownOf(bob.page, written)).toEqual(written);
    await waitUntilSent(alice.page, written);
  } finally {
    await alice.context.close();
    await bob.context.close();
    await parley.stop();
    await postgres.stop();
  }
});

story(
  "[F33] Alice's clock is a day ahead and Bob's a day behind: they talk live, and in order",
  async ({ newcomer }) => {
    const day = 24 * 60 * 60 * 1_000;
    const alice = await newcomer("Alice", wide);
    const bob = await newcomer("Bob", phone);
    await alice.context.clock.install({ time: Date.now() + day });
    await bob.context.clock.install({ time: Date.now() - day });
    const roomsOfBob = watchRooms(bob.page);
    await signUp(alice);
    await signUp(bob);

    await writeTo(alice, bob);
    await send(alice.page, "What day is it?");
    await openChat(bob.page, "Alice");
    await send(bob.page, "Today, I think");
    await message(alice.page, "Today, I think").waitFor();
    await send(alice.page, "Then I am early");
    await message(bob.page, "Then I am early").waitFor();
    await waitForTick(alice.page, "Then I am early", "Read");

    const written = ["What day is it?", "Today, I think", "Then I am early"];
    expect(await shownOf(alice.page, written)).toEqual(written);
    expect(await shownOf(bob.page, written)).toEqual(written);
    for (const { page } of [alice, bob]) await page.getByRole("log").getByText("Today", { exact: true }).waitFor();
    expect(roomsOfBob()).toHaveLength(2);
  },
);
