import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import {
  chooseFromMenu,
  composer,
  deleteMessage,
  editMessage,
  message,
  openChat,
  send,
  waitUntilSent,
  writeTo,
} from "./support/conversing.ts";
import { createGroup, createInviteLink, openDetails } from "./support/grouping.ts";
import type { Person } from "./support/person.ts";
import { signUp } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

const sizes = { phone, wide };
const settings = ["profile", "account", "appearance", "language", "storage", "keyboard"];

for (const [size, options] of Object.entries(sizes)) {
  story(`nothing keeps a newcomer with a screen reader out (${size})`, async ({ newcomer, cast }) => {
    await cast("Dana");
    const alice = await newcomer("Alice", options);
    const check = checker(alice);

    await alice.page.goto("/");
    await alice.page.getByRole("button", { name: "Continue with a passkey" }).waitFor();
    await check("signing in");
    await alice.page.getByRole("link", { name: "Use a recovery code" }).click();
    await alice.page.getByRole("textbox", { name: "Recovery code" }).waitFor();
    await check("a recovery code");
    await alice.page.goto("/#new");
    await alice.page.getByRole("button", { name: "Create a passkey" }).waitFor();
    await check("a new account");
    await signUp(alice, { codes: () => check("recovery codes"), profile: () => check("the first profile") });
    await check("no chats yet");
    expect(check.problems).toEqual([]);
  });

  story(`axe finds nothing wrong where people talk (${size})`, { timeout: 240_000 }, async ({ cast }) => {
    const alice = await cast("Alice", options);
    const bob = await cast("Bob", phone);
    const { page } = alice;
    const check = checker(alice);

    await writeTo(alice, bob);
    await check("a chat before its first message");
    for (const text of ["Ramen? https://example.org", "🍜", "Never mind", "Tomorrow"]) await send(page, text);
    await waitUntilSent(page, ["Tomorrow"]);
    await deleteMessage(page, "Never mind");
    await editMessage(page, "Tomorrow", "On Sunday");
    await openChat(bob.page, "Alice");
    await send(bob.page, "Fine with me");
    await message(page, "Fine with me").waitFor();
    await composer(page).fill("A draft");
    await check("a chat");
    await chooseFromMenu(page, "On Sunday", "Message info");
    await page.getByRole("dialog", { name: "Message info" }).waitFor();
    await check("about a message");
    await page.getByRole("button", { name: "Close" }).click();
    await message(page, "On Sunday").getByText("On Sunday").hover();
    await message(page, "On Sunday").getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Delete…" }).waitFor();
    await check("the menu of a message");
    await page.getByRole("menuitem", { name: "Delete…" }).click();
    await page.getByRole("dialog", { name: "Delete this message?" }).waitFor();
    await check("a question");
    await page.getByRole("button", { name: "Keep it" }).click();
    await openDetails(page);
    await check("who Bob is");

    await page.goto("/");
    await page.getByRole("link", { name: /Bob/ }).first().waitFor();
    await check("the list of chats");
    await page.keyboard.press("Control+k");
    await page.getByRole("dialog", { name: "People, chats and commands" }).waitFor();
    await check("the palette");
    expect(check.problems).toEqual([]);
  });

  story(
    `axe finds nothing wrong with groups and what is around them (${size})`,
    { timeout: 240_000 },
    async ({ cast }) => {
      const alice = await cast("Alice", options);
      const bob = await cast("Bob", phone);
      const { page } = alice;
      const check = checker(alice);

      await page.goto("/new");
      await page.getByRole("searchbox", { name: "Search people" }).fill(bob.username);
      await page.getByRole("button", { name: `@${bob.username}` }).waitFor();
      await check("a new chat");
      await page.goto("/new?group=1");
      await page.getByRole("searchbox", { name: "Search people" }).fill(bob.username);
      await page.getByRole("checkbox", { name: `@${bob.username}` }).click();
      await check("a new group");
      await createGroup(alice, "Lunch", [bob]);
      await send(page, "Where do we eat?");
      await openChat(bob.page, "Lunch");
      await send(bob.page, "At the corner");
      await message(page, "At the corner").waitFor();
      await check("a group");
      await alice.context.grantPermissions(["clipboard-read", "clipboard-write"]);
      const details = await openDetails(page);
      const link = await createInviteLink(details);
      await check("the details of a group");
      await details.getByRole("button", { name: "Edit group" }).click();
      await page.getByRole("textbox", { name: "Group name" }).waitFor();
      await check("a group being changed");
      await page.goto(link);
      await page.getByRole("button", { name: "Join group" }).waitFor();
      await check("an invitation");
      await page.goto("/share?text=Look%20at%20this");
      await page.getByRole("heading", { name: "Share to…" }).waitFor();
      await check("sharing into a chat");
      await page.goto("/nowhere");
      await page.getByRole("heading", { level: 1, name: "There’s nothing at this address" }).waitFor();
      await check("an address with nothing");
      expect(check.problems).toEqual([]);
    },
  );

  story(`axe finds nothing wrong with the settings (${size})`, { timeout: 240_000 }, async ({ cast }) => {
    const alice = await cast("Alice", options);
    const check = checker(alice);
    for (const name of settings) {
      await alice.page.goto(`/settings/${name}`);
      await alice.page.getByRole("region").first().waitFor();
      await check(name);
    }
    await alice.page.goto("/settings");
    await alice.page.getByRole("button", { name: "Sign out" }).click();
    await alice.page.getByRole("dialog", { name: "Sign out of this device?" }).waitFor();
    await check("signing out");
    expect(check.problems).toEqual([]);
  });
}

/** Looks at a screen in both themes and keeps what is wrong, so that one story tells of all its screens. */
function checker({ page }: Person) {
  const problems: string[] = [];
  const check = async (screen: string) => {
    problems.push(...(await accessibilityProblems(page)).map((it) => `${screen}: ${it}`));
  };
  return Object.assign(check, { problems });
}
