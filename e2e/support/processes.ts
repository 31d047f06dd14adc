import { readdirSync, readFileSync } from "node:fs";

export type Process = { pid: number; parent: number; name: string };

/** Everything a process has started, and what that has started in turn (Linux). */
export function descendantsOf(pid: number): Process[] {
  const all = listProcesses();
  const below = (parent: number): Process[] =>
    all.filter((it) => it.parent === parent).flatMap((it) => [it, ...below(it.pid)]);
  return below(pid);
}

/** Kills without a chance to clean up; a process that is gone already is what was wanted. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Kills what is left of them; a number that meanwhile belongs to another program is left alone. */
export function killLeftOvers(processes: Process[]): void {
  const all = listProcesses();
  for (const { pid, name } of processes) if (all.some((it) => it.pid === pid && it.name === name)) killNow(pid);
}

/** Those of them that have not ended within ten seconds. */
export async function stillRunning(processes: Process[]): Promise<Process[]> {
  for (const until = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    const left = processes.filter(({ pid, name }) => readStat(String(pid))?.match(/ \((.*)\) [^ZX] /s)?.[1] === name);
    if (left.length === 0 || Date.now() > until) return left;
  }
}

function listProcesses(): Process[] {
  return readdirSync("/proc")
    .filter((it) => /^\d+$/.test(it))
    .flatMap((pid) => {
      const stat = readStat(pid);
      // "412 (name with spaces) S 1 …": the name may hold anything, so cut at the last bracket.
      const match = stat && /^\d+ \((.*)\) \S (\d+) /s.exec(stat);
      return match ? [{ pid: Number(pid), name: match[1] as string, parent: Number(match[2]) }] : [];
    });
}

function readStat(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8");
  } catch {
    return null;
  }
}
