import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.ts";
import { findStyleProblems } from "./find-style-problems.ts";
import { listSources } from "./list-sources.ts";

const problems = listSources(root, [".css"]).flatMap((file) =>
  findStyleProblems(file, readFileSync(join(root, file), "utf8")),
);

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
