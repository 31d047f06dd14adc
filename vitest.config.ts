import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { listPackages, root } from "./scripts/workspace.ts";

// A slow machine is no failure: time is measured by the benchmarks, not by tests.
// `npm test` and `npm run check` try a test that fails once more, and name it: a moment missed on a loaded machine is seen, and stops nobody.
const patience = { testTimeout: 240_000, hookTimeout: 240_000, retry: process.env["CI"] ? 1 : 0 };

const tests = process.env["PARLEY_TESTS"] ?? "";

// PGlite and Chromium are heavy: never more than the machine has cores. The same for all, or projects do not run side by side.
const maxWorkers = tests === "waiting" ? 1 : Math.max(1, Math.min(4, availableParallelism()));

/** Compiling and loading is half of the time: files share it, and stories their Parley and their browser too; but for those that start rooms. */
const isIsolated = (name: string) => name === "party";

/** `npm run check` leaves out what starts servers to kill them, or waits for hours of a device's life; `npm test` plays stories that mostly wait beside the others. */
const exclude = [...configDefaults.exclude, ...(tests === "quick" ? ["**/*.long.test.ts"] : [])];

const configFiles = ["vitest.config.ts", "vite.config.ts"];

/** What mostly waits begins first, so that nothing waits for it in the end. */
class WaitersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const waits = (file: TestSpecification) => Number(/when-things-break|installed-app/.test(file.moduleId));
    return (await super.sort(files)).toSorted((a, b) => waits(b) - waits(a));
  }
}

/** `vitest run --project api`: each package under its short name, with its own configuration if it has one. */
export default defineConfig({
  test: {
    maxWorkers,
    sequence: { sequencer: WaitersFirst },
    projects: [
      ...listPackages().map(({ name, folder }) => {
        const config = configFiles.map((file) => join(root, folder, file)).find((file) => existsSync(file));
        return {
          ...(config && { extends: config }),
          root: join(root, folder),
          test: { name, exclude, maxWorkers, isolate: isIsolated(name), ...patience },
        };
      }),
      { root: join(root, "scripts"), test: { name: "scripts", maxWorkers, isolate: false, ...patience } },
    ],
  },
});
