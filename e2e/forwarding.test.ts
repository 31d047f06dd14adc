import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, chooseFromMenu, composer, message, openChat, send, writeTo } from "./support/conversing.ts";
import { createGroup } from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story("Bob selects what Alice wrote and forwards it to a group, without a network", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  const dana = await cast("Dana", phone);
  await createGroup(bob, "Trip", [dana]);
  await writeTo(alice, bob);
  for (const text of ["First the ferry", "Then the train", "Then we walk"]) await send(alice.page, text);
  await openChat(bob.page, "Alice");
  await message(bob.page, "Then we walk").waitFor();

  await bob.cutNetwork();
  await chooseFromMenu(bob.page, "First the ferry", "Select");
  await message(bob.page, "Then we walk").click({ modifiers: ["Shift"] });
  await bob.page.getByRole("toolbar", { name: "3 selected" }).waitFor();
  await message(bob.page, "Then the train").click();
  const bar = bob.page.getByRole("toolbar", { name: "2 selected" });
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "selecting");
  await bar.getByRole("button", { name: "Forward" }).click();
  const dialog = bob.page.getByRole("dialog", { name: "Forward 2 messages" });
  await dialog.getByRole("checkbox", { name: "Trip" }).click();
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "forward to");
  await dialog.getByRole("button", { name: "Forward to 1 chat" }).click();
  await composer(bob.page).waitFor();

  await bob.mendNetwork();
  await openChat(dana.page, "Trip");
  await message(dana.page, "Then we walk").getByText("Forwarded from").waitFor();
  const texts = await dana.page.getByRole("log").getByRole("article").allInnerTexts();
  expect(
    texts.map((it) => ["First the ferry", "Then the train", "Then we walk"].find((text) => it.includes(text))),
  ).toEqual(["First the ferry", "Then we walk"]);
  await message(dana.page, "First the ferry").getByText("Alice").first().waitFor();
  await dana.page.emulateMedia({ colorScheme: "dark" });
  await screenshot(dana.page, "forwarded phone dark");
});

story(
  "Bob deletes for himself, thinks again, and deletes on his other device too; Alice keeps hers",
  async ({ cast }) => {
    const alice = await cast("Alice");
    const bob = await cast("Bob");
    await writeTo(alice, bob);
    await send(alice.page, "Not for Bob");
    await send(alice.page, "For both");
    await openChat(bob.page, "Alice");
    const other = await bob.openTab();
    await openChat(other, "Alice");

    await chooseFromMenu(bob.page, "For both", "Delete for me");
    await expect.poll(() => message(bob.page, "For both").count()).toBe(0);
    await bob.page.getByRole("button", { name: "Undo" }).click();
    await message(bob.page, "For both").waitFor();

    await message(bob.page, "Not for Bob").focus();
    await bob.page.keyboard.press(" ");
    await bob.page.getByRole("toolbar", { name: "1 selected" }).getByRole("button", { name: "Delete for me" }).click();
    await expect.poll(() => message(bob.page, "Not for Bob").count()).toBe(0);
    await expect.poll(() => message(other, "Not for Bob").count()).toBe(0);
    await bob.page.reload();
    await message(bob.page, "For both").waitFor();
    expect(await message(bob.page, "Not for Bob").count()).toBe(0);
    expect(await message(alice.page, "Not for Bob").count()).toBe(1);
  },
);

story("Bob saves what Alice wrote, and goes back to where it stands", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "The code is 4711");
  await openChat(bob.page, "Alice");

  await chooseFromMenu(bob.page, "The code is 4711", "Save");
  await bob.page.getByRole("button", { name: "Show", exact: true }).click();
  const saved = message(bob.page, "The code is 4711");
  await saved.getByText("Forwarded from").waitFor();
  await saved.getByRole("link", { name: "Go to where it was written" }).waitFor();
  await screenshot(bob.page, "saved");
  await saved.getByRole("link", { name: "Go to where it was written" }).click();
  await bob.page.getByRole("textbox", { name: "Message to Alice" }).waitFor();
  await message(bob.page, "The code is 4711").waitFor();
  await chatInList(bob.page, "Saved messages").waitFor();
});
