import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds on the page in light and in dark, each as one line for a person. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    problems.push(...(await runAxe(page)).map((it) => `${colorScheme}: ${it}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return problems;
}

async function runAxe(page: Page): Promise<string[]> {
  // Through the debugger, because the page's own security policy rightly refuses a foreign script.
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ["violations"] })})`,
  )) as AxeResults;
  return violations.flatMap((it) =>
    it.nodes.map((node) => `${it.id}: ${it.help}: ${node.html.slice(0, 160)} (${node.failureSummary})`),
  );
}

/** Colours in the middle of a transition belong to neither theme. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
}
