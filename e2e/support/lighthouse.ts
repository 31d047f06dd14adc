import lighthouse, { type Result } from "lighthouse";
import { chromium } from "playwright-core";
import { freePort } from "./free-port.ts";
import { browserArguments, requireChromium } from "./launch-browser.ts";

type Category = "performance" | "accessibility" | "best-practices";
type Audit = Result["audits"][string];

export type Judgement = {
  scores: Partial<Record<Category, number>>;
  /** What would have to be different for full marks in accessibility and best practices. */
  complaints: string[];
  /** How fast the machine was just then, by Lighthouse's own measure: a quiet desktop has 1,300 and more. */
  pace: number;
  /** What does not depend on the machine. */
  load: { layoutShift: number; blocking: string[]; requests: number; kilobytes: number };
};

/** What Lighthouse thinks of a page, on a phone it simulates. */
export async function judge(url: string, categories: Category[]): Promise<Judgement> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: [...browserArguments, `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(url, { port, logLevel: "silent", onlyCategories: categories });
    if (!result) throw new Error("Lighthouse gave no result.");
    const { categories: judged, audits, environment } = result.lhr;
    const asked = categories.filter((it) => it !== "performance").flatMap((it) => judged[it]?.auditRefs ?? []);
    return {
      scores: Object.fromEntries(categories.map((it) => [it, Math.round((judged[it]?.score ?? 0) * 100)])),
      complaints: asked.flatMap((it) => complaintOf(audits[it.id])),
      pace: environment.benchmarkIndex,
      load: {
        layoutShift: audits["cumulative-layout-shift"]?.numericValue ?? Number.NaN,
        blocking: itemsOf(audits["render-blocking-insight"]).map((it) => pathOf(it["url"])),
        requests: itemsOf(audits["network-requests"]).length,
        kilobytes: (audits["total-byte-weight"]?.numericValue ?? Number.NaN) / 1_000,
      },
    };
  } finally {
    await browser.close();
  }
}

function complaintOf(audit: Audit | undefined): string[] {
  if (audit?.score == null || audit.score === 1) return [];
  return [`${audit.id}: ${audit.title} ${JSON.stringify(itemsOf(audit)).slice(0, 500)}`];
}

function itemsOf(audit: Audit | undefined): Record<string, unknown>[] {
  const details: object = audit?.details ?? {};
  return "items" in details && Array.isArray(details.items) ? details.items : [];
}

const pathOf = (url: unknown) => new URL(String(url)).pathname.replace(/-[\w-]{8}\./, "-*.");
