import { readFile } from "node:fs/promises";

export type TestCounts = { passed: number; failed: number; skipped: number };

export type TestReport = TestCounts & {
  /** What failed at first and passed when it was tried again: the test, and why it failed. */
  secondTries: { test: string; reason: string }[];
};

export const nothingTested: TestReport = { passed: 0, failed: 0, skipped: 0, secondTries: [] };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** Counts what vitest's JSON report says; a file that could not even be read counts as one failure. */
export async function readTestReport(file: string): Promise<TestReport> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return nothingTested;

  const report = JSON.parse(text) as VitestReport;
  const brokenFiles = report.testResults.filter(
    (it) => it.status === "failed" && it.assertionResults.every((test) => test.status !== "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests,
    secondTries: report.testResults
      .flatMap((it) => it.assertionResults)
      .filter((it) => it.status === "passed" && (it.failureMessages ?? []).length > 0)
      .map((it) => ({ test: it.fullName, reason: it.failureMessages?.[0]?.split("\n")[0] ?? "" })),
  };
}
