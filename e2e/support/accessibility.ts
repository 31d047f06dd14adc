import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

const everything = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
/** What the dark theme may have wrong that the light one has right. */
const colours = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds on the page in light and in dark, each as one line for a person. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const [colorScheme, rules] of [
    ["light", everything],
    ["dark", colours],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    problems.push(...(await runAxe(page, rules)).map((it) => `${colorScheme}: ${it}`));
  }
  await page.emulateMedia({ colorScheme: null });
  return problems;
}

async function runAxe(page: Page, runOnly: typeof everything): Promise<string[]> {
  // Through the debugger, because the page's own security policy rightly refuses a foreign script.
  if (!(await page.evaluate("'axe' in window")))
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations } = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ["violations"] })})`,
  )) as AxeResults;
  return violations.flatMap((it) =>
    it.nodes.map((node) => `${it.id}: ${it.help}: ${node.html.slice(0, 160)} (${node.failureSummary})`),
  );
}

/** Colours in the middle of a transition belong to neither theme. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((it) => it.finished)));
}
