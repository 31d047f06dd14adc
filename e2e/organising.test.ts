import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, composer, openChat, send, waitForTick, waitUntilSent, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { createGroup } from "./support/grouping.ts";
import { chooseForChat, dragByFinger, longPress, namesInList, rowOf, swipe } from "./support/organising.ts";
import type { Person, PersonWithDevices } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const touch = { ...phone, hasTouch: true, isMobile: true };

async function writesTo(sender: Person, reader: Person, text: string): Promise<void> {
  await writeTo(sender, reader);
  await send(sender.page, text);
  await waitForTick(sender.page, text, "Sent");
}

async function onPhone(person: PersonWithDevices): Promise<PersonWithDevices> {
  const other = await person.withAnotherDevice(touch);
  await signIn(other);
  return other;
}

story("Alice pins her chats and puts them in order, and her phone follows", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob");
  const carol = await cast("Carol");
  await writesTo(bob, alice, "Ramen?");
  await writesTo(carol, alice, "Lunch at noon?");
  const mobile = await onPhone(alice);
  await alice.page.goto("/");
  await eventually(() => namesInList(mobile.page)).toEqual(["Carol", "Bob"]);

  await chooseForChat(alice.page, "Bob", "Pin");
  await eventually(() => namesInList(mobile.page)).toEqual(["Bob", "Carol"]);
  await mobile.page.getByRole("heading", { name: "Pinned" }).waitFor();

  await rowOf(alice.page, "Carol").focus();
  await alice.page.keyboard.press("Alt+Shift+P");
  await eventually(() => namesInList(mobile.page)).toEqual(["Carol", "Bob"]);
  await rowOf(alice.page, "Carol").focus();
  await alice.page.keyboard.press("Control+Shift+ArrowDown");
  await eventually(() => namesInList(mobile.page)).toEqual(["Bob", "Carol"]);
  await eventually(() => rowOf(alice.page, "Carol").evaluate((row) => row === document.activeElement)).toBe(true);

  const [from, to] = [await rowOf(alice.page, "Carol").boundingBox(), await rowOf(alice.page, "Bob").boundingBox()];
  if (!from || !to) throw new Error("Both rows stand in the list.");
  await alice.page.mouse.move(from.x + 90, from.y + 20);
  await alice.page.mouse.down();
  await alice.page.mouse.move(from.x + 90, from.y + 5, { steps: 4 });
  await alice.page.waitForTimeout(300);
  await alice.page.mouse.move(from.x + 90, from.y - 10, { steps: 4 });
  await alice.page.mouse.move(to.x + 90, to.y + 4, { steps: 6 });
  await alice.page.mouse.up();
  await eventually(() => namesInList(mobile.page)).toEqual(["Carol", "Bob"]);
  expect(new URL(alice.page.url()).pathname).toBe("/");

  // A finger takes it up, puts it elsewhere, and is heard; one that only rests opens the menu when it is lifted.
  await mobile.page.goto("/");
  await dragByFinger(mobile.page, rowOf(mobile.page, "Bob"), rowOf(mobile.page, "Carol"));
  await eventually(() => namesInList(alice.page)).toEqual(["Bob", "Carol"]);
  await mobile.page.getByText("Bob is now pinned at place 1 of 2").waitFor({ state: "attached" });
  expect(new URL(mobile.page.url()).pathname).toBe("/");
  await longPress(mobile.page, rowOf(mobile.page, "Bob"));
  await mobile.page.getByRole("menuitem", { name: "Unpin" }).waitFor();
  await mobile.page.keyboard.press("Escape");
  await dragByFinger(mobile.page, rowOf(mobile.page, "Bob"), rowOf(mobile.page, "Carol"));
  await eventually(() => namesInList(alice.page)).toEqual(["Carol", "Bob"]);

  // A new message moves nothing among the pinned ones.
  await send(bob.page, "Or udon?");
  await rowOf(mobile.page, "Bob").getByText("Or udon?").waitFor();
  expect(await namesInList(mobile.page)).toEqual(["Carol", "Bob"]);
  await longPress(mobile.page, rowOf(mobile.page, "Bob"));
  await mobile.page.getByRole("menuitem", { name: "Unpin" }).tap();
  await eventually(() => rowOf(alice.page, "Bob").getByRole("img", { name: "Pinned" }).count()).toBe(0);
});

story("What Alice muted counts for nothing, and what she archived returns unless it is muted", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob");
  const carol = await cast("Carol");
  await writesTo(bob, alice, "Ramen?");
  await writesTo(carol, alice, "Lunch at noon?");
  const mobile = await onPhone(alice);
  await alice.page.goto("/");
  const total = (page = alice.page) =>
    page.getByRole("link", { name: "Chats" }).first().getByRole("img", { name: "unread" });
  await total().filter({ hasText: "2" }).waitFor();

  await chooseForChat(alice.page, "Bob", "Notifications…", "Mute for 8 hours");
  await rowOf(mobile.page, "Bob").getByRole("img", { name: "Muted" }).waitFor();
  await total().filter({ hasText: "1" }).waitFor();
  await total(mobile.page).filter({ hasText: "1" }).waitFor();
  await send(bob.page, "Hello?");
  await rowOf(mobile.page, "Bob").getByRole("img", { name: "2 unread" }).waitFor();
  expect(await total(mobile.page).textContent()).toBe("1");

  // Carol is not muted: archived by a swipe on the phone, she is back with her next message.
  await swipe(mobile.page, rowOf(mobile.page, "Carol"), 0.95, 0.1);
  await chatInList(alice.page, "Archived").waitFor();
  await eventually(() => namesInList(alice.page)).toEqual(["Bob"]);
  await eventually(() => total().count()).toBe(0);
  await send(carol.page, "At one then?");
  await eventually(() => namesInList(alice.page)).toEqual(["Carol", "Bob"]);
  await eventually(() => namesInList(mobile.page)).toEqual(["Carol", "Bob"]);

  await chooseForChat(alice.page, "Bob", "Archive");
  await send(bob.page, "Anybody?");
  await waitUntilSent(bob.page, ["Anybody?"]);
  await alice.page.waitForTimeout(1_000);
  expect(await namesInList(alice.page)).toEqual(["Carol"]);
  await alice.page.getByRole("link", { name: "Archived" }).click();
  await rowOf(alice.page, "Bob").getByRole("img", { name: "3 unread" }).waitFor();
  await rowOf(alice.page, "Bob").click();
  await composer(alice.page).waitFor();
  await alice.page.getByRole("heading", { name: "Archived" }).waitFor();
  await alice.page.getByRole("button", { name: "Actions for Bob" }).last().click();
  await alice.page.getByRole("menuitem", { name: "Bring back" }).click();
  await eventually(() => namesInList(mobile.page)).toEqual(["Bob", "Carol"]);
});

story("Alice marks a chat as unread on her laptop, and opening it on her phone ends that", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob");
  await writesTo(bob, alice, "Ramen?");
  const mobile = await onPhone(alice);
  await openChat(alice.page, "Bob");
  await eventually(() => rowOf(mobile.page, "Bob").getByRole("img", { name: "unread" }).count()).toBe(0);

  await alice.page.keyboard.press("Alt+Shift+U");
  await rowOf(mobile.page, "Bob").getByRole("img", { name: "Marked as unread" }).waitFor();
  await rowOf(alice.page, "Bob").getByRole("img", { name: "Marked as unread" }).waitFor();
  await rowOf(mobile.page, "Bob").tap();
  await composer(mobile.page).waitFor();
  await eventually(() => rowOf(alice.page, "Bob").getByRole("img", { name: "Marked as unread" }).count()).toBe(0);

  await alice.page.keyboard.press("Control+K");
  await alice.page.getByRole("combobox").fill("mute bob");
  await alice.page.getByRole("option", { name: "Mute Bob", exact: true }).click();
  await rowOf(alice.page, "Bob").getByRole("img", { name: "Muted" }).waitFor();
});

story("Alice files her chats without a network, and her phone has the folders when it is back", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob");
  await writesTo(bob, alice, "Ramen?");
  await createGroup(alice, "Trail runners", [bob]);
  const mobile = await onPhone(alice);
  const { page } = alice;
  await page.goto("/");
  const tabs = (of = page) => of.getByRole("group", { name: "Filter" }).getByRole("button");

  await alice.cutNetwork();
  await page.getByRole("button", { name: "New folder" }).click();
  const dialog = page.getByRole("dialog", { name: "New folder" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Give the folder a name.").waitFor();
  await dialog.getByRole("textbox", { name: "Name" }).fill("Outside");
  await dialog.getByRole("checkbox", { name: "Groups" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Outside" }).click();
  await eventually(() => namesInList(page)).toEqual(["Trail runners"]);

  await page.getByRole("button", { name: "All", exact: true }).click();
  await chooseForChat(page, "Bob", "Folders", "New folder");
  await dialog.getByRole("textbox", { name: "Name" }).fill("Friends");
  await dialog.getByText("Shows 1 chat now").waitFor();
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Friends" }).click();
  await eventually(() => namesInList(page)).toEqual(["Bob"]);
  await alice.mendNetwork();

  const names = ["All", "Unread", "Groups", "Outside", "Friends", ""];
  await eventually(async () =>
    (await tabs(mobile.page).allInnerTexts()).map((it) => it.replace(/\s*\d+$/, "")),
  ).toEqual(names);
  await mobile.page.getByRole("button", { name: "Friends" }).tap();
  await eventually(() => namesInList(mobile.page)).toEqual(["Bob"]);

  await page.getByRole("button", { name: "Friends" }).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Move earlier" }).click();
  await eventually(async () => (await tabs(mobile.page).allInnerTexts()).slice(3, 5)).toEqual(["Friends", "Outside"]);
  await page.goto("/settings/folders");
  await page.getByRole("button", { name: "Actions for folder Outside" }).click();
  await page.getByRole("menuitem", { name: "Edit folder" }).click();
  const editing = page.getByRole("dialog", { name: "Edit folder" });
  await editing.getByRole("textbox", { name: "Name" }).fill("Trails");
  await editing.getByRole("button", { name: "Save" }).click();
  await mobile.page.getByRole("button", { name: "Trails" }).waitFor();
  await page.getByRole("button", { name: "Actions for folder Friends" }).click();
  await page.getByRole("menuitem", { name: "Delete folder" }).click();
  await eventually(() => mobile.page.getByRole("button", { name: "Friends" }).count()).toBe(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await mobile.page.getByRole("button", { name: "Friends" }).waitFor();
});

story("axe finds nothing where chats are kept in order, and this is how it looks", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob");
  const carol = await cast("Carol Lindqvist");
  await writesTo(bob, alice, "Ramen?");
  await writesTo(carol, alice, "Lunch at noon?");
  await createGroup(alice, "Trail runners", [bob]);
  const { page } = alice;
  await page.goto("/");
  await chooseForChat(page, "Bob", "Pin");
  await chooseForChat(page, "Bob", "Notifications…", "Mute until I change it");
  await chooseForChat(page, "Trail runners", "Mark as unread");
  await chooseForChat(page, "Carol", "Archive");
  await page.getByRole("button", { name: "New folder" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Outside");
  await page.getByRole("checkbox", { name: "Groups" }).check();
  const problems: string[] = [];
  const look = async (name: string) => {
    problems.push(...(await accessibilityProblems(page)).map((it) => `${name}: ${it}`));
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `organising ${name} ${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: null });
  };

  await look("folder dialog");
  await page.getByRole("button", { name: "Save" }).click();
  for (const [size, { viewport }] of Object.entries({ wide, phone })) {
    await page.setViewportSize(viewport);
    await page.goto("/");
    await rowOf(page, "Bob").waitFor();
    await look(`list ${size}`);
    await rowOf(page, "Bob").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Notifications…" }).waitFor();
    await look(`menu ${size}`);
    await page.getByRole("menuitem", { name: "Notifications…" }).click();
    await look(`notifications ${size}`);
    await page.goto("/archived");
    await rowOf(page, "Carol").waitFor();
    await look(`archive ${size}`);
    await page.goto("/settings/folders");
    await page.getByText("Outside").waitFor();
    await look(`folders ${size}`);
  }
  expect(problems).toEqual([]);
});
