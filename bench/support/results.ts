import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { Outcome } from "./benchmark.ts";

const folder = join(import.meta.dirname, "../results");
const file = join(folder, "latest.json");

export type Machine = ReturnType<typeof describeMachine>;
/** The newest run of each benchmark, with where and when it was. */
export type Results = Record<string, Outcome & { at: string; machine: Machine }>;

export async function readResults(): Promise<Results> {
  const text = await readFile(file, "utf8").catch(() => "{}");
  return JSON.parse(text) as Results;
}

/** Keeps what was measured in `results/latest.json`; what other benchmarks left there stays. */
export async function keepResult(name: string, machine: Machine, outcome: Outcome): Promise<string> {
  await mkdir(folder, { recursive: true });
  const results: Results = { ...(await readResults()), [name]: { at: new Date().toISOString(), machine, ...outcome } };
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}

/** To be asked before measuring: afterwards the load is the benchmark's own. */
export function describeMachine() {
  return {
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  };
}
