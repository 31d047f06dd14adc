import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./children.ts";
import { printTotal, runSteps, type Step, type Total, tool } from "./steps.ts";
import { vitest } from "./vitest.ts";
import { listPackages, root } from "./workspace.ts";

/** Types, lint, unit tests and the API on PGlite: what must hold before every commit. */
export function check(): Promise<Total> {
  const packages = listPackages();
  const tests = packages.map((it) => it.name).filter((name) => !["e2e", "bench", "party"].includes(name));

  return runSteps(
    [
      vitest("tests", [...tests, "scripts"], { PARLEY_TESTS: "quick" }),
      ...packages.filter((it) => it.types).map((it) => types(it.name, it.folder, it.types as string)),
      types("scripts", ".", "tsc -p ."),
      tool("format and base rules", "biome", ["check", "--error-on-warnings", "--max-diagnostics=200", "."], {
        cwd: root,
      }),
      tool("lint", "oxlint", ["--deny-warnings", "apps", "packages", "e2e", "bench", "scripts"], { cwd: root }),
      rules("import borders", "lint/boundaries.ts"),
      rules("file length", "lint/file-length.ts"),
      rules("style sheets", "lint/style-sheets.ts"),
      tool("unused code", "knip", ["--no-progress"], { cwd: root }),
    ],
    availableParallelism(),
  );
}

/** The package's own `types` script, run without a package manager in between. */
function types(name: string, folder: string, script: string): Step {
  const commands = script.split("&&").map((it) => it.trim().split(/\s+/).slice(1));
  return {
    name: `types: ${name}`,
    work: async () => {
      for (const args of commands) {
        const outcome = await run(join(root, "node_modules/.bin/tsc"), args, { cwd: join(root, folder) });
        if (outcome.code !== 0) return outcome;
      }
      return { code: 0, output: "" };
    },
  };
}

function rules(name: string, script: string): Step {
  return { name, work: () => run(process.execPath, [join(import.meta.dirname, script)], { cwd: root }) };
}

if (import.meta.url === pathToFileURL(process.argv[1] as string).href) {
  const began = performance.now();
  const total = await check();
  printTotal(total, began);
  process.exitCode = total.failed > 0 ? 1 : 0;
}
