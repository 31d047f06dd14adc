import lighthouse, { type Result } from "lighthouse";
import { chromium } from "playwright-core";
import { freePort } from "./free-port.ts";
import { browserArguments, requireChromium } from "./launch-browser.ts";

export type Scores = { performance: number; accessibility: number; bestPractices: number; complaints: string[] };

/** What Lighthouse thinks of a page, out of 100, and what it would have different. */
export async function judge(url: string): Promise<Scores> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(url, {
      port,
      logLevel: "silent",
      onlyCategories: ["performance", "accessibility", "best-practices"],
    });
    if (!result) throw new Error("Lighthouse gave no result.");
    const { categories, audits } = result.lhr;
    const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
    const asked = [...(categories.accessibility?.auditRefs ?? []), ...(categories["best-practices"]?.auditRefs ?? [])];
    return {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      complaints: asked.flatMap((it) => complaintOf(audits[it.id])),
    };
  } finally {
    await browser.close();
  }
}

function complaintOf(audit: Result["audits"][string] | undefined): string[] {
  if (audit?.score == null || audit.score === 1) return [];
  const where = audit.details && "items" in audit.details ? JSON.stringify(audit.details.items).slice(0, 500) : "";
  return [`${audit.id}: ${audit.title} ${where}`];
}
