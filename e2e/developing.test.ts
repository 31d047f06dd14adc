import { expect, test } from "vitest";
import { eventually } from "./support/eventually.ts";
import { launchBrowser } from "./support/launch-browser.ts";
import { startDev } from "./support/start-dev.ts";

test("Dana develops: the page takes her change without a reload, the API starts anew, and all of it ends when she stops", async () => {
  const dev = await startDev();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(dev.url);
    const link = page.getByRole("link", { name: "Create an account" });
    await link.waitFor();

    await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
    await dev.edit("apps/web/src/accounts/accounts.css", (css) =>
      css.replace(".auth__lead {", ".auth__lead {\n    letter-spacing: 7px;"),
    );
    const lead = page.locator(".auth__lead");
    await eventually(() => lead.evaluate((it) => getComputedStyle(it).letterSpacing)).toBe("7px");
    expect(await page.locator("body[data-same-page]").count()).toBe(1);

    await dev.edit("apps/api/src/installation/queries.ts", (code) =>
      code.replace("isSignUpOpen: true", "isSignUpOpen: false"),
    );
    await eventually(async () => {
      const answer = await fetch(`${dev.url}/trpc/app.config`).catch(() => null);
      return answer?.ok ? await answer.text() : "";
    }).toContain('"isSignUpOpen":false');
  } catch (error) {
    console.error(dev.log());
    throw error;
  } finally {
    await browser.close();
    expect(await dev.stop()).toEqual([]);
  }
});
