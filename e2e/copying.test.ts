import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chooseFromMenu, composer, message, openChat, send, waitUntilSent } from "./support/conversing.ts";
import { createGroup } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story("what Bob copies are words elsewhere, and in Parley's own field what Alice wrote", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await bob.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await createGroup(alice, "Lunch", [bob]);
  const written = `**Noon**, @${bob.username}: _ramen_ or ||udon||?\n- bring \`cash\``;
  await composer(alice.page).fill(written);
  await composer(alice.page).press("Enter");

  await openChat(bob.page, "Lunch");
  await chooseFromMenu(bob.page, "Noon", "Copy text");
  await bob.page.getByText("Copied").first().waitFor();
  const copied = await bob.page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const textOf = async (type: string) => (await item?.getType(type))?.text();
    return { words: await textOf("text/plain"), html: await textOf("text/html") };
  });
  expect(copied.words).toBe("Noon, @Bob: ramen or udon?\n• bring cash");
  expect(copied.html).toContain("<b>Noon</b>");

  await composer(bob.page).focus();
  await bob.page.keyboard.press("Control+v");
  expect(await composer(bob.page).inputValue()).toBe(written);
});

story(
  "who is mentioned is called by name in the list, in a quote and in a pin, without a network too",
  async ({ cast }) => {
    const alice = await cast("Alice");
    const bob = await cast("Bob", phone);
    await createGroup(alice, "Lunch", [bob]);
    await send(alice.page, `Soup for @${bob.username} now`);
    await waitUntilSent(alice.page, ["Soup for"]);
    await chooseFromMenu(alice.page, "Soup for", "Pin");
    await alice.page.getByRole("region", { name: "Pinned messages" }).getByText("Soup for @Bob now").waitFor();
    await chooseFromMenu(alice.page, "Soup for", "Reply");
    await alice.page.getByRole("form").getByText("Soup for @Bob now").waitFor();
    await send(alice.page, "Hot");
    await message(alice.page, "Hot").getByText("Soup for @Bob now").waitFor();
    await send(alice.page, `And bread for @${bob.username} too`);

    await bob.page.goto("/");
    await bob.page.getByText("And bread for @Bob too").waitFor();
    await bob.cutNetwork();
    await bob.page.reload();
    await bob.page.getByText("And bread for @Bob too").waitFor();
  },
);

story("Alice sees who has received and read what she wrote, and when", async ({ cast }) => {
  const alice = await cast("Alice", phone);
  const bob = await cast("Bob");
  await createGroup(alice, "Lunch", [bob]);
  await send(alice.page, "Ramen?");
  await openChat(bob.page, "Lunch");
  await message(bob.page, "Ramen?").waitFor();
  await message(alice.page, "Ramen?").getByRole("img", { name: "Read by everyone" }).waitFor();

  await message(alice.page, "Ramen?").focus();
  await alice.page.keyboard.press("Shift+F10");
  await alice.page.getByRole("menuitem", { name: "Message info" }).click();
  const dialog = alice.page.getByRole("dialog", { name: "Message info" });
  await dialog.getByRole("region", { name: "Read by" }).getByText("Bob", { exact: true }).waitFor();
  await dialog.getByRole("region", { name: "Read by" }).locator("time").waitFor();
  expect(await accessibilityProblems(alice.page)).toEqual([]);
  await screenshot(alice.page, "message info");
});
