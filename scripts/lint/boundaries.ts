import { readFileSync } from "node:fs";
import { join } from "node:path";
import { boundaries } from "../../boundaries.ts";
import { root } from "../workspace.ts";
import { findCycles } from "./find-cycles.ts";
import { findViolations } from "./find-violations.ts";
import { importsOf } from "./imports-of.ts";
import { listSources } from "./list-sources.ts";

const imports = listSources(root, [".ts", ".tsx", ".mjs"]).flatMap((file) =>
  importsOf(root, file, readFileSync(join(root, file), "utf8")),
);
const problems = [...findViolations(boundaries, imports), ...findCycles(imports).map((it) => `import cycle: ${it}`)];

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
