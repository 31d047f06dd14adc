import { styleText } from "node:util";
import { run } from "./children.ts";
import { nothingTested, readTestReport, type TestCounts } from "./test-report.ts";

export type Step = {
  name: string;
  work: () => Promise<{ code: number; output: string }>;
  /** Where the step leaves a vitest report. */
  report?: string;
};

export type Total = TestCounts & { failedSteps: string[] };

/** A step that runs one of our own tools from `node_modules/.bin`. */
export function tool(
  name: string,
  file: string,
  args: string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Step {
  return { name, work: () => run(`${import.meta.dirname}/../node_modules/.bin/${file}`, args, options) };
}

/** Runs the steps, so many at once, prints a line for each and everything a failed one said. */
export async function runSteps(steps: Step[], atOnce = 1): Promise<Total> {
  const total: Total = { passed: 0, failed: 0, skipped: 0, failedSteps: [] };
  const waiting = [...steps];

  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) await runStep(step, total);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return total;
}

async function runStep(step: Step, total: Total): Promise<void> {
  const began = performance.now();
  const { code, output } = await step
    .work()
    .catch((error: Error) => ({ code: 1, output: error.stack ?? error.message }));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);

  const counts = step.report ? await readTestReport(step.report) : nothingTested;
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;

  const tests = step.report ? `  ${counts.passed} passed, ${counts.failed} failed` : "";
  const mark = code === 0 ? styleText("green", "✓") : styleText("red", "✗");
  console.log(`${mark} ${step.name.padEnd(34)} ${seconds.padStart(6)} s${tests}`);
  for (const it of counts.secondTries) console.log(`  passed at the second try: ${it.test} (${it.reason})`);
  if (code === 0) return;

  total.failedSteps.push(step.name);
  // A step that failed without a failing test must not look like a green total.
  if (counts.failed === 0) total.failed += 1;
  console.log(`\n${output.trim()}\n`);
}

export function addTotals(totals: Total[]): Total {
  return totals.reduce((sum, it) => ({
    passed: sum.passed + it.passed,
    failed: sum.failed + it.failed,
    skipped: sum.skipped + it.skipped,
    failedSteps: [...sum.failedSteps, ...it.failedSteps],
  }));
}

/** The last words of a run: what failed, and the total on a line of its own. */
export function printTotal(total: Total, began: number): void {
  const seconds = Math.round((performance.now() - began) / 1_000);
  const time = seconds < 90 ? `${seconds} s` : `${(seconds / 60).toFixed(1)} min`;
  console.log(
    total.failedSteps.length === 0 ? `\nAll well, in ${time}.` : `\nFailed: ${total.failedSteps.join(", ")} (${time}).`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed`);
}
