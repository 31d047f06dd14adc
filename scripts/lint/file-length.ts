import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../workspace.ts";
import { listSources } from "./list-sources.ts";

const limit = 300;

const tooLong = listSources(root, [".ts", ".tsx", ".mjs", ".css"])
  .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length - 1 }))
  .filter((it) => it.lines > limit);

for (const { file, lines } of tooLong)
  console.error(`${file} has ${lines} lines; ${limit} is the most. One idea a file.`);
process.exitCode = tooLong.length > 0 ? 1 : 0;
