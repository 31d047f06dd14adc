import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, totalmem } from "node:os";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../results");

/** Keeps what was measured, with where and when, as `results/latest.json`. */
export async function keepResults(results: Record<string, unknown>) {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "latest.json");
  await writeFile(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), machine: describeMachine(), ...results }, null, 2)}\n`,
  );
  return file;
}

function describeMachine() {
  return {
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  };
}
