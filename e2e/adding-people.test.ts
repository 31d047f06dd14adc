import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { message, openChat, send } from "./support/conversing.ts";
import { createGroup, memberInDetails, openDetails } from "./support/grouping.ts";
import { setPrivacy } from "./support/privacy.ts";
import { screenshot } from "./support/screenshot.ts";
import { story } from "./support/story.ts";

story("Alice adds three people without a network, and is told who was not added, and no more", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  const carol = await cast("Carol");
  const dana = await cast("Dana");
  await setPrivacy(carol, "groups", { who: "nobody" });
  await createGroup(alice, "Trip", [dana]);
  await send(alice.page, "Ferry at ten");

  const details = await openDetails(alice.page);
  await details.getByRole("button", { name: "Add people" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Add people" });
  for (const it of [bob, carol]) {
    await dialog.getByRole("searchbox", { name: "Search people" }).fill(it.username);
    await dialog.getByRole("checkbox", { name: `@${it.username}` }).click();
  }
  await alice.cutNetwork();
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await memberInDetails(alice.page, carol).waitFor();
  await alice.mendNetwork();

  await openChat(bob.page, "Trip");
  await message(bob.page, "Ferry at ten").waitFor();
  const said = alice.page
    .getByText("Carol couldn’t be added to “Trip”. An invite link leaves it to them.")
    .filter({ visible: true });
  await said.waitFor();
  await expect.poll(() => memberInDetails(alice.page, carol).count()).toBe(0);
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "who was not added");
  await alice.page.reload();
  await said.waitFor();
  await alice.page.getByRole("status").getByRole("button", { name: "Dismiss" }).filter({ visible: true }).click();
  await expect.poll(() => said.count()).toBe(0);
});
