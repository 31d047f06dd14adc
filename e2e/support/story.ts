import type { Browser } from "playwright-core";
import { test } from "vitest";
import { whatHappened } from "./happened.ts";
import { launchBrowser } from "./launch-browser.ts";
import { newPerson, type Person, type PersonOptions, type PersonWithDevices } from "./person.ts";
import { screenshot } from "./screenshot.ts";
import { haveAccount } from "./sign-up.ts";
import { type Parley, startParley } from "./start-parley.ts";

type Cast = (name: string, options?: PersonOptions) => Promise<PersonWithDevices>;

// One for each file: what knows the network in a browser that plays many files takes ever more of the machine.
const withBrowser = test.extend("browser", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser> => {
  const browser = await launchBrowser();
  onCleanup(() => browser.close());
  return browser;
});

/**
 * A test with a browser of its file's own and a Parley started like this, which all that a worker plays share, as people do.
 * `newcomer("Alice")` has no account yet, `cast("Alice")` has one and is at her chats.
 */
export const storyOn = <Started extends Parley>(start: () => Promise<Started>) =>
  withBrowser
    .extend("parley", { scope: "worker" }, async ({}, { onCleanup }): Promise<Started> => {
      const parley = await start();
      onCleanup(() => parley.stop());
      return parley;
    })
    .extend("newcomer", async ({ parley, browser, task }, { onCleanup }): Promise<Cast> => {
      const people: Person[] = [];
      onCleanup(async () => {
        if (task.result?.state === "fail") await keepEvidence(task.name, people, parley);
        for (const it of people) await it.context.close();
      });

      return async (name, options) => {
        const person = await newPerson(browser, parley.url, name, options);
        people.push(person);
        return person;
      };
    })
    .extend("cast", ({ newcomer }): Cast => {
      return async (name, options) => {
        const person = await newcomer(name, options);
        await haveAccount(person);
        return person;
      };
    });

/** The same, started as people do who only want to try it. */
export const story = storyOn(() => startParley());

/** What each of them saw when a story went wrong, and what the server said. */
async function keepEvidence(name: string, people: Person[], parley: Parley): Promise<void> {
  for (const person of people) {
    for (const [n, page] of person.context.pages().entries()) {
      const file = await screenshot(page, `${name} ${person.name} ${n}`).catch((error: Error) => error.message);
      console.error(`${person.name} at ${page.url()}: ${file}\n  ${await whatHappened(page)}`);
    }
    for (const complaint of person.complaints) console.error(`${person.name}'s page: ${complaint}`);
  }
  console.error(parley.log());
}
