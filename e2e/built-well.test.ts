import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { launchInstalled } from "./support/launch-browser.ts";
import { judge } from "./support/lighthouse.ts";
import { story } from "./support/story.ts";

story("Lighthouse finds nothing to better", { timeout: 240_000 }, async ({ parley }) => {
  const { performance, complaints, ...scores } = await judge(parley.url);
  expect(complaints).toEqual([]);
  expect(scores).toEqual({ accessibility: 100, bestPractices: 100 });
  // Told and not asserted: it is the machine's speed as much as ours. The budget of bytes is what is held.
  console.log(`Lighthouse: performance ${performance}`);
});

story("Alice's browser offers to install Parley", async ({ parley }) => {
  const profile = await mkdtemp(join(tmpdir(), "parley-profile-"));
  const context = await launchInstalled(profile, parley.url);
  try {
    const page = await context.newPage();
    await page.goto("/");
    await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));

    const { installabilityErrors } = await (await context.newCDPSession(page)).send("Page.getInstallabilityErrors");
    expect(installabilityErrors).toEqual([]);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});
