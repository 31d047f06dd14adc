import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { measureBundle } from "./measure-bundle.ts";
import { nothingTested, readTestReport } from "./test-report.ts";

test("a screen weighs its own chunk and everything that is loaded before it runs", async () => {
  const dist = await mkdtemp(join(tmpdir(), "parley-dist-"));
  const manifest = {
    "index.html": {
      file: "index.js",
      isEntry: true,
      imports: ["_solid.js"],
      dynamicImports: ["src/accounts/SignInPage.tsx"],
    },
    "_solid.js": { file: "solid.js" },
    "_form.js": { file: "form.js", imports: ["_solid.js"] },
    "src/accounts/SignInPage.tsx": { file: "sign-in.js", imports: ["_form.js"] },
    "src/app/Shell.tsx": { file: "shell.js", imports: ["_solid.js"] },
    "_menus.js": { file: "menus.js" },
    "src/icons.svg": { file: "icons.svg" },
  };
  const sizes: Record<string, number> = {
    "index.js": 1,
    "solid.js": 2,
    "form.js": 4,
    "sign-in.js": 8,
    "shell.js": 30,
    "menus.js": 21,
  };
  const measured = await measureBundle(manifest, dist, async (file) => sizes[file] ?? 0);
  await rm(dist, { recursive: true });

  const of = (budget: string) => measured.filter((it) => it.budget === budget).map((it) => it.kilobytes);
  expect(of("signIn")).toEqual([15]);
  expect(of("chat")).toEqual([33]);
  expect(of("app")).toEqual([66]);
  expect(of("lazyChunk")).toEqual([21]);
});

test("a test file that could not even be read counts as a failure, and a second try is told", async () => {
  const folder = await mkdtemp(join(tmpdir(), "parley-report-"));
  const results = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
    {
      status: "passed",
      assertionResults: [
        { status: "passed", fullName: "steady", failureMessages: [] },
        { status: "passed", fullName: "shaky", failureMessages: ["Error: Too late\n    at a place"] },
      ],
    },
  ];
  const report = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 0, testResults: results };
  await writeFile(join(folder, "report.json"), JSON.stringify(report));

  expect(await readTestReport(join(folder, "report.json"))).toEqual({
    passed: 2,
    failed: 2,
    skipped: 0,
    secondTries: [{ test: "shaky", reason: "Error: Too late" }],
  });
  expect(await readTestReport(join(folder, "missing.json"))).toEqual(nothingTested);
  await rm(folder, { recursive: true });
});
