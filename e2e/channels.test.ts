import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { composer, message, send } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { openDetails } from "./support/grouping.ts";
import type { Person } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story(
  "Alice opens a channel, Bob finds it, looks, subscribes, reacts and is counted; Carol comes by its address",
  { timeout: 240_000 },
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    const carol = await cast("Carol", { ...wide, colorScheme: "dark" });
    const problems: string[] = [];
    const check = async ({ page }: Person, screen: string) =>
      void problems.push(...(await accessibilityProblems(page)).map((it) => `${screen}: ${it}`));

    await alice.page.goto("/new?channel=1");
    await alice.page.getByRole("textbox", { name: "Channel name" }).fill("Harbour news");
    await alice.page.getByRole("button", { name: "Create channel" }).click();
    await composer(alice.page).waitFor();
    await send(alice.page, "The ferry sails again from **Monday**");
    const details = await openDetails(alice.page);
    await details.getByRole("link", { name: "Channel settings" }).click();
    await alice.page.getByRole("textbox", { name: "Address" }).fill("harbour.news");
    await alice.page.getByRole("button", { name: "Save address" }).click();
    await alice.page.getByText("Anybody here finds the channel").waitFor();
    await check(alice, "channel settings");
    await screenshot(alice.page, "channel settings wide");

    await bob.page.goto("/channels");
    await bob.page.getByRole("searchbox", { name: "Search public channels" }).fill("harb");
    await bob.page.getByRole("link", { name: /Harbour news/ }).waitFor();
    await check(bob, "public channels");
    await screenshot(bob.page, "public channels phone");
    await bob.page.getByRole("link", { name: /Harbour news/ }).click();
    await bob.page.getByText("The ferry sails again").waitFor();
    await check(bob, "a look at a channel");
    await screenshot(bob.page, "channel look phone");
    await bob.page.getByRole("button", { name: "Subscribe" }).click();
    await message(bob.page, "The ferry sails again").waitFor();
    await bob.page.getByText("Only moderators and admins can write here.").waitFor();
    await composer(bob.page).waitFor({ state: "detached" });

    await carol.page.goto("/channel/harbour.news");
    await carol.page.getByRole("button", { name: "Subscribe" }).waitFor();
    await screenshot(carol.page, "channel look wide dark");
    await carol.page.getByRole("button", { name: "Subscribe" }).click();
    await message(carol.page, "The ferry sails again").waitFor();

    await message(bob.page, "The ferry sails again").getByText("The ferry sails again").dblclick();
    await message(carol.page, "The ferry sails again")
      .getByRole("button", { name: /1 person/ })
      .waitFor();
    await message(alice.page, "The ferry sails again").getByText("3 views").waitFor();
    await send(alice.page, "Tickets at the quay");
    for (const { page } of [bob, carol]) await message(page, "Tickets at the quay").waitFor();
    await check(bob, "a channel");
    await check(carol, "a channel in the dark");
    await screenshot(bob.page, "channel phone");
    await screenshot(carol.page, "channel wide dark");

    await openDetails(carol.page);
    expect(await carol.page.getByRole("region", { name: "Subscribers" }).count()).toBe(0);
    await alice.page.getByRole("link", { name: "Back to details" }).click();
    const subscribers = alice.page.getByRole("region", { name: "Subscribers" });
    await eventually(() => subscribers.getByRole("listitem").count()).toBe(2);
    await check(alice, "details of a channel");
    await screenshot(alice.page, "channel details wide");
    await carol.page.getByRole("button", { name: "Unsubscribe…" }).click();
    await carol.page.getByRole("dialog").getByRole("button", { name: "Unsubscribe" }).click();
    await carol.page.getByText("You no longer subscribe to this channel.").waitFor();
    expect(problems).toEqual([]);
  },
);
