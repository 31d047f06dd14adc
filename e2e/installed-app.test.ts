import { rm } from "node:fs/promises";
import type { Page } from "playwright-core";
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
import { copyOfWeb, releaseNext } from "./support/release.ts";
import { signUp } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { startParley } from "./support/start-parley.ts";
import { story } from "./support/story.ts";

story("Alice is offered a new version when nothing of hers is on its way, and takes it", async ({ browser }) => {
  const web = await copyOfWeb();
  const parley = await startParley({ env: { WEB_DIR: web } });
  const [alice, bob] = [
    await newPerson(browser, parley.url, "Alice", wide),
    await newPerson(browser, parley.url, "Bob", phone),
  ];
  try {
    for (const person of [alice, bob]) await signUp(person);
    await writeTo(alice, bob);
    await send(alice.page, "Written in the old version");
    await waitUntilSent(alice.page, ["Written in the old version"]);
    await isKeptByWorker(alice.page);
    expect(await versionOf(alice.page)).toBe(null);

    await releaseNext(web, "next");
    await parley.restart();
    const update = alice.page.getByRole("button", { name: "Update" });
    await lookForUpdate(alice.page);
    await update.waitFor();
    expect(await versionOf(alice.page)).toBe(null);

    // While something waits the offer makes way for what is more pressing.
    await parley.kill9();
    await send(alice.page, "Sent in between");
    await waitForTick(alice.page, "Sent in between", "Waiting to be sent");
    await update.waitFor({ state: "detached" });
    await parley.restart();
    await waitUntilSent(alice.page, ["Sent in between"]);
    await composer(alice.page).fill("Half a thought");
    await update.click();

    await eventually(() => versionOf(alice.page).catch(() => null)).toBe("next");
    await waitUntilSent(alice.page, ["Sent in between"]);
    await eventually(() => composer(alice.page).inputValue()).toBe("Half a thought");
    await openChat(bob.page, "Alice");
    const texts = ["Written in the old version", "Sent in between"];
    await message(bob.page, "Sent in between").waitFor();
    expect(await shownOf(bob.page, texts)).toEqual(texts);
  } finally {
    for (const person of [alice, bob]) await person.context.close();
    await parley.stop();
    await rm(web, { recursive: true, force: true });
  }
});

story("Alice, who has come back, is asked once whether to install Parley, and not again after no", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await writeTo(alice, bob);
  await send(alice.page, "Hello Bob");
  await waitUntilSent(alice.page, ["Hello Bob"]);
  await offerToInstall(alice.page);
  expect(await offer(alice.page).count()).toBe(0);

  const secondVisit = await alice.openTab();
  await offerToInstall(secondVisit);
  await offer(secondVisit).getByRole("button", { name: "Install" }).waitFor();
  await offer(secondVisit).getByRole("button", { name: "Dismiss" }).click();
  await offer(secondVisit).waitFor({ state: "detached" });

  const thirdVisit = await alice.openTab();
  await offerToInstall(thirdVisit);
  await thirdVisit.getByRole("link", { name: "Bob" }).first().waitFor();
  expect(await offer(thirdVisit).count()).toBe(0);
});

story("Bob installs Parley when he is asked", async ({ cast }) => {
  const alice = await cast("Alice", phone);
  const bob = await cast("Bob", wide);
  await writeTo(bob, alice);
  await send(bob.page, "Hello Alice");
  await waitUntilSent(bob.page, ["Hello Alice"]);

  const secondVisit = await bob.openTab();
  await offerToInstall(secondVisit);
  await offer(secondVisit).getByRole("button", { name: "Install" }).click();
  await offer(secondVisit).waitFor({ state: "detached" });
  expect(await secondVisit.evaluate(() => document.documentElement.dataset["asked"])).toBe("yes");
});

const versionOf = (page: Page) =>
  page.evaluate(() => document.querySelector("meta[name=parley-version]")?.getAttribute("content") ?? null);

/** What the app does by itself every hour. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

const offer = (page: Page) => page.getByRole("complementary", { name: "Keep Parley close" });

/** Chromium's own event, which it sends only to people who have been around for a while. */
const offerToInstall = (page: Page) =>
  page.evaluate(() => {
    const asked = async () => void (document.documentElement.dataset["asked"] = "yes");
    window.dispatchEvent(Object.assign(new Event("beforeinstallprompt", { cancelable: true }), { prompt: asked }));
  });

/** A worker that could not fetch everything the first time is asked for again with the next load. */
async function isKeptByWorker(page: Page): Promise<void> {
  const isKept = () => navigator.serviceWorker.controller !== null;
  await page.waitForFunction(isKept, undefined, { timeout: 30_000 }).catch(() => page.reload());
  await page.waitForFunction(isKept);
}
