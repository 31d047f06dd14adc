// Puts the newest results into docs/benchmarks.md, between its two marks.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Table } from "./support/benchmark.ts";
import { type Machine, readResults } from "./support/results.ts";

const file = join(import.meta.dirname, "../docs/benchmarks.md");
const marks = ["<!-- measured -->", "<!-- /measured -->"] as const;

const text = await readFile(file, "utf8");
const [before, rest = ""] = text.split(marks[0]);
const after = rest.split(marks[1])[1];
if (after === undefined) throw new Error(`${file} has lost its marks ${marks.join(" and ")}.`);

const parts = Object.entries(await readResults()).map(([name, { at, machine, tables }]) =>
  [`### ${name}`, describe(at, machine), ...tables.map(toMarkdown)].join("\n\n"),
);
await writeFile(file, `${before}${marks[0]}\n\n${parts.join("\n\n")}\n\n${marks[1]}${after}`);

function describe(at: string, { node, cores, processor, memoryGiB, loadBefore, commit }: Machine) {
  const when = `${at.slice(0, 16).replace("T", " ")} UTC`;
  const busy =
    loadBefore > cores / 2
      ? `**a busy machine: load ${loadBefore} before it began**`
      : `load ${loadBefore} before it began`;
  return `${when}, ${commit}, Node ${node.slice(1)}, ${cores} cores (${processor}), ${memoryGiB} GiB, ${busy}.`;
}

function toMarkdown({ title, rows }: Table) {
  const columns = Object.keys(rows[0] ?? {});
  const isNumber = (column: string) => rows.every((row) => typeof row[column] === "number");
  const line = (cells: (string | number | undefined)[]) => `| ${cells.join(" | ")} |`;
  return [
    `**${title}**`,
    "",
    line(columns),
    line(columns.map((column) => (isNumber(column) ? "---:" : "---"))),
    ...rows.map((row) => line(columns.map((column) => row[column]))),
  ].join("\n");
}
