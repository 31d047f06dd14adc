import { expect } from "vitest";
import { story } from "./support/story.ts";
import { openChat, openChatWith, reads, say, timeline } from "./support/talking.ts";

story("Alice writes to Bob, he sees it in his list at once, and his answer reaches her open chat", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");

  await openChatWith(alice, bob);
  await say(alice, "Ramen at noon?");
  await reads(alice, "Ramen at noon?");

  await openChat(bob, "Alice");
  await reads(bob, "Ramen at noon?");
  await say(bob, "Half past, I am stuck");
  await reads(alice, "Half past, I am stuck");
});

story("Alice writes without a network, reloads, and Bob reads it once she is back", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await openChatWith(alice, bob);
  await say(alice, "Before the tunnel");
  await openChat(bob, "Alice");
  await reads(bob, "Before the tunnel");
  await alice.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  await alice.cutNetwork();
  await say(alice, "In the tunnel");
  await alice.page.reload();
  await reads(alice, "Before the tunnel");
  await reads(alice, "In the tunnel");

  await alice.mendNetwork();
  await reads(bob, "In the tunnel");
  expect(await timeline(bob.page).getByText("In the tunnel").count()).toBe(1);
});
