import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { launchInstalled } from "./support/launch-browser.ts";
import { judge } from "./support/lighthouse.ts";
import { story } from "./support/story.ts";

story(
  "Lighthouse finds nothing to better but what the machine's own speed costs",
  { timeout: 240_000 },
  async ({ parley }) => {
    // Performance moves with the machine, so the median of five counts: three runs decide, one way or the other.
    const runs: number[] = [];
    const fast = () => runs.filter((it) => it >= 95).length;

    while (fast() < 3 && runs.length - fast() < 3) {
      const scores = await judge(parley.url);
      expect(scores.complaints).toEqual([]);
      expect(scores).toMatchObject({ accessibility: 100, bestPractices: 100 });
      runs.push(scores.performance);
    }
    expect(fast(), `performance of each run: ${runs.join(", ")}`).toBe(3);
  },
);

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
