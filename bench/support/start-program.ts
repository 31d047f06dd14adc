import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const ticksPerSecond = 100;

/** Starts a server as a process of its own and waits for its line `ready …`; answers with the rest of that line. */
export async function startProgram(file: string, args: string[]) {
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const ready = await readyLine(child, file);

  return {
    ready,
    cpuMs: () => cpuOfTree(child.pid),
    memoryMb: () => memoryOf(child.pid),
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function readyLine(child: ChildProcess, file: string) {
  if (child.stdout) {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith("ready ")) continue;
      // What it says later is of no interest, but must not fill the pipe.
      child.stdout.resume();
      return line.slice("ready ".length);
    }
  }
  throw new Error(`${file} ended before it was ready.`);
}

/** Linux only; elsewhere the column stays zero. */
function cpuOfTree(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    const own = ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1_000;
    return childrenOf(pid).reduce((sum, child) => sum + cpuOfTree(child), own);
  } catch {
    return 0;
  }
}

/** What the process itself has in memory now; zero elsewhere than on Linux. */
function memoryOf(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1_000;
  } catch {
    return 0;
  }
}

function childrenOf(pid: number | undefined) {
  const tasks = readdirSync(`/proc/${pid}/task`);
  return tasks.flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
