import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { chatInList, composer, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { launchBrowser } from "./support/launch-browser.ts";
import { act, finger, recording, speakFor, spokenIn, startSpeaking } from "./support/speaking.ts";
import { story as plainStory } from "./support/story.ts";

const story = plainStory.extend("browser", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser> => {
  const browser = await launchBrowser({ hasMicrophone: true });
  onCleanup(() => browser.close());
  return browser;
});

const withMicrophone = { permissions: ["microphone"] };
const onPhone = { ...withMicrophone, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

story("Alice speaks, pauses, listens, goes on and sends; Bob hears it", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice", withMicrophone), await cast("Bob")];
  await writeTo(alice, bob);
  await send(alice.page, "Listen:");
  await waitUntilSent(alice.page, ["Listen:"]);

  await startSpeaking(alice.page);
  await speakFor(alice.page, 1);
  await act(alice.page, "Pause the recording").click();
  await act(alice.page, "Listen").click();
  await act(alice.page, "Stop listening").waitFor();
  await act(alice.page, "Go on recording").click();
  await speakFor(alice.page, 2);
  await act(alice.page, "Send the voice message").click();
  await recording(alice.page).waitFor({ state: "detached" });
  expect(await composer(alice.page).isVisible()).toBe(true);

  await openChat(bob.page, "Alice");
  await expect.poll(() => spokenIn(bob.page)).toBe(1);
});

story("what Alice said in a tunnel is sent when she is out of it", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice", withMicrophone), await cast("Bob")];
  await writeTo(alice, bob);
  await send(alice.page, "One moment");
  await waitUntilSent(alice.page, ["One moment"]);
  await alice.cutNetwork();

  await startSpeaking(alice.page);
  await speakFor(alice.page, 1);
  await act(alice.page, "Send the voice message").click();
  await alice.page.getByRole("log").getByRole("img", { name: "Waiting to be sent" }).waitFor();
  await alice.mendNetwork();

  await openChat(bob.page, "Alice");
  await expect.poll(() => spokenIn(bob.page)).toBe(1);
});

story("Alice finds what she was saying again after another chat and a reload, and discards it", async ({ cast }) => {
  const [alice, bob, carol] = [await cast("Alice", withMicrophone), await cast("Bob"), await cast("Carol")];
  await writeTo(alice, carol);
  await send(alice.page, "Hi Carol");
  await waitUntilSent(alice.page, ["Hi Carol"]);
  await writeTo(alice, bob);
  await send(alice.page, "Hi Bob");
  await waitUntilSent(alice.page, ["Hi Bob"]);

  await startSpeaking(alice.page);
  await speakFor(alice.page, 2);
  await openChat(alice.page, "Carol");
  await alice.page.getByRole("button", { name: "Record a voice message" }).waitFor();
  await chatInList(alice.page, "Bob").click();
  await act(alice.page, "Listen").waitFor();
  await alice.page.reload();
  await act(alice.page, "Listen").waitFor();
  expect(await recording(alice.page).getByRole("timer").textContent()).toMatch(/^0:0[1-4]$/);

  await act(alice.page, "Discard the recording").click();
  await recording(alice.page).waitFor({ state: "detached" });
  await alice.page.reload();
  await alice.page.getByRole("button", { name: "Record a voice message" }).waitFor();
  expect(await recording(alice.page).count()).toBe(0);
});

story("a finger holds to speak, leads aside to discard and up to go on without it", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice", onPhone), await cast("Bob")];
  await writeTo(alice, bob);

  const first = await finger(alice.page);
  await speakFor(alice.page, 1);
  await recording(alice.page).getByText("Slide to cancel").waitFor();
  await first.lead(-140, 0);
  await recording(alice.page).waitFor({ state: "detached" });
  await first.lift();

  const second = await finger(alice.page);
  await speakFor(alice.page, 1);
  await second.lead(0, 100);
  await second.lift();
  await act(alice.page, "Pause the recording").click();
  await act(alice.page, "Discard the recording").click();

  const third = await finger(alice.page);
  await speakFor(alice.page, 1);
  await third.lift();
  await recording(alice.page).waitFor({ state: "detached" });
  await expect.poll(() => spokenIn(alice.page)).toBe(1);
});

story("who does not let Parley listen is told how to, in one sentence", async ({ cast }) => {
  const [alice, bob] = [await cast("Alice"), await cast("Bob")];
  await writeTo(alice, bob);
  await send(alice.page, "Hi");
  await waitUntilSent(alice.page, ["Hi"]);
  await alice.page.waitForTimeout(500);
  await alice.page.getByRole("button", { name: "Record a voice message" }).click();
  await alice.page.getByText("Parley may not use the microphone.").waitFor();
  expect(await recording(alice.page).count()).toBe(0);
});
