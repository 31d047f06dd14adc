import { startApp } from "@parley/api/testing";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { message, openChat, send, waitUntilSent, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { newPerson } from "./support/person.ts";
import { screenshot } from "./support/screenshot.ts";
import { signUp } from "./support/sign-up.ts";
import { phone } from "./support/sizes.ts";
import { startSite } from "./support/start-site.ts";
import { story } from "./support/story.ts";

const card = (page: Page, path: string) => message(page, path).getByRole("link", { name: /Harbour Noodles/ });

async function setPreviews(page: Page, isOn: boolean): Promise<void> {
  await page.goto("/settings/appearance");
  const stored = page.waitForResponse((it) => it.url().includes("sync.setOwn"));
  await page.getByRole("switch", { name: "Previews of links" }).setChecked(isOn);
  await stored;
}

story(
  "Alice's link tells Bob where it leads, until she takes that off, and not who wants none of it",
  async ({ browser }) => {
    const site = await startSite("The menu");
    // Nothing on this machine is ever asked for a page, but for the one named here.
    const previews = { isOn: true, allowed: new Set([site.host]) };
    const app = await startApp({ rooms: true, jobs: undefined, config: { previews } });
    const alice = await newPerson(browser, app.url, "Alice");
    const bob = await newPerson(browser, app.url, "Bob", { ...phone, colorScheme: "dark" });
    try {
      await signUp(alice);
      await signUp(bob);
      await writeTo(alice, bob);
      await send(alice.page, `Look: ${site.url}/ramen`);
      await openChat(bob.page, "Alice");
      await card(bob.page, "/ramen").waitFor();
      expect(await card(bob.page, "/ramen").getAttribute("href")).toBe(`${site.url}/ramen`);
      expect(await message(bob.page, "/ramen").getByRole("button", { name: "Remove the preview" }).count()).toBe(0);
      for (const { page, name } of [alice, bob]) {
        await card(page, "/ramen").waitFor();
        expect(await accessibilityProblems(page)).toEqual([]);
        await screenshot(page, `link preview of ${name}`);
      }

      await alice.cutNetwork();
      await message(alice.page, "/ramen").hover();
      await message(alice.page, "/ramen").getByRole("button", { name: "Remove the preview" }).click();
      await card(alice.page, "/ramen").waitFor({ state: "detached" });
      await alice.mendNetwork();
      await card(bob.page, "/ramen").waitFor({ state: "detached" });

      await send(alice.page, `And ${site.url}/udon`);
      await card(bob.page, "/udon").waitFor();
      await setPreviews(bob.page, false);
      await openChat(bob.page, "Alice");
      await message(bob.page, "/udon").waitFor();
      expect(await card(bob.page, "/udon").count()).toBe(0);
      await send(bob.page, `Rather ${site.url}/soba`);
      await waitUntilSent(bob.page, ["/soba"]);
      await send(alice.page, `Or ${site.url}/somen`);
      await card(alice.page, "/somen").waitFor();
      expect(site.asked).not.toContain("/soba");

      await setPreviews(bob.page, true);
      await openChat(bob.page, "Alice");
      await card(bob.page, "/somen").waitFor();
      await eventually(() => card(bob.page, "/soba").count()).toBe(0);
    } finally {
      for (const { context } of [alice, bob]) await context.close();
      await app.close();
      site.close();
    }
  },
);
