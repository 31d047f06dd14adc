import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { chatInList, conversationState, openChat, send, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { setPrivacy } from "./support/privacy.ts";
import { screenshot } from "./support/screenshot.ts";
import { story } from "./support/story.ts";

/** Who is here is asked once a minute, and who stops is away two minutes later. */
const soon = { timeout: 200_000 };

story("Alice sees how Bob is; Carol, from whom he keeps it, learns only what he says of himself", async ({ cast }) => {
  const [alice, bob, carol] = [await cast("Alice"), await cast("Bob"), await cast("Carol")];
  for (const it of [alice, carol]) {
    await writeTo(it, bob);
    await send(it.page, "Ramen?");
  }
  await chatInList(bob.page, "Carol").waitFor();
  const { userId } = await whoIs(carol.url, carol.context.request);
  await setPrivacy(bob, "lastSeen", { who: "everyone", never: [userId] });
  await conversationState(alice.page).getByText("online").waitFor();
  await carol.page.reload();
  await conversationState(carol.page).getByText("last seen recently").waitFor();

  // One press from the list says how one is.
  await bob.page.getByRole("button", { name: "Set your status" }).click();
  const dialog = bob.page.getByRole("dialog", { name: "Status" });
  expect(await accessibilityProblems(bob.page)).toEqual([]);
  await screenshot(bob.page, "status quick menu");
  await dialog.getByRole("button", { name: "In a meeting" }).click();
  await bob.page.getByRole("button", { name: "Set your status: In a meeting" }).waitFor();
  for (const { page } of [alice, carol]) {
    await conversationState(page).getByText("🗓️ In a meeting · do not disturb").waitFor();
    await chatInList(page, "Bob").getByRole("img", { name: "🗓️ In a meeting" }).waitFor();
  }
  await chatInList(alice.page, "Bob").getByRole("img", { name: "do not disturb" }).waitFor();
  expect(await chatInList(carol.page, "Bob").getByRole("img", { name: "do not disturb" }).count()).toBe(0);
  await chatInList(alice.page, "Bob").getByRole("img", { name: "🗓️ In a meeting" }).hover();
  await screenshot(alice.page, "status in the list");
  expect(await accessibilityProblems(alice.page)).toEqual([]);

  await bob.page.getByRole("button", { name: "Set your status: In a meeting" }).click();
  await dialog.getByRole("button", { name: "Clear status" }).click();
  await conversationState(alice.page).getByText("online").waitFor();
});

story(
  "Bob leaves his device alone and is away; Carol closes hers and was last seen a while ago",
  { timeout: 420_000 },
  async ({ cast }) => {
    const [alice, bob, carol] = [await cast("Alice"), await cast("Bob"), await cast("Carol")];
    for (const it of [bob, carol]) {
      await writeTo(it, alice);
      await send(it.page, "Ramen?");
    }
    await alice.page.goto("/");
    for (const name of ["Bob", "Carol"])
      await chatInList(alice.page, name).getByRole("img", { name: "online" }).waitFor(soon);

    // Nobody has touched it for six minutes.
    await bob.page.evaluate(() => {
      const clock = Date.now.bind(Date);
      Date.now = () => clock() + 6 * 60_000;
    });
    await carol.page.close();
    await chatInList(alice.page, "Bob").getByRole("img", { name: "away" }).waitFor(soon);
    await eventually(() => chatInList(alice.page, "Carol").getByRole("img", { name: "online" }).count(), 200_000).toBe(
      0,
    );
    await openChat(alice.page, "Carol");
    await conversationState(alice.page)
      .getByText(/^seen /)
      .waitFor();
    await openChat(alice.page, "Bob");
    await conversationState(alice.page).getByText("away").waitFor();
    await screenshot(alice.page, "presence away");
  },
);

async function whoIs(url: string, request: { get(url: string): Promise<{ json(): Promise<unknown> }> }) {
  const answer = (await (await request.get(`${url}/trpc/accounts.me`)).json()) as {
    result: { data: { person: { id: string } } };
  };
  return { userId: answer.result.data.person.id };
}
