import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Step } from "./steps.ts";
import { tool } from "./steps.ts";
import { root } from "./workspace.ts";

/** A step that runs some of the vitest projects, or of their files those so named, and leaves a report that can be counted. */
export function vitest(name: string, projects: string[], env: Record<string, string> = {}, files: string[] = []): Step {
  const report = join(root, "node_modules", ".cache", "parley", "reports", `${name.replaceAll(/\W+/g, "-")}.json`);
  const args = [
    "run",
    ...files,
    ...projects.map((it) => `--project=${it}`),
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  // Servers and their helpers are started hundreds of times from the same sources.
  const compiled = join(root, "node_modules", ".cache", "parley", "compiled");
  const step = tool(name, "vitest", args, {
    cwd: root,
    env: { CI: "1", NO_COLOR: "1", NODE_COMPILE_CACHE: compiled, ...env },
  });

  return {
    ...step,
    report,
    work: async () => {
      await mkdir(join(report, ".."), { recursive: true });
      await rm(report, { force: true });
      return step.work();
    },
  };
}
