import { readFile } from "node:fs/promises";

export type TestCounts = { passed: number; failed: number; skipped: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Counts what vitest's JSON report says; a file that could not even be read counts as one failure. */
export async function readTestReport(file: string): Promise<TestCounts> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return { passed: 0, failed: 0, skipped: 0 };

  const report = JSON.parse(text) as VitestReport;
  const brokenFiles = report.testResults.filter(
    (it) => it.status === "failed" && it.assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests,
  };
}
