import { type ChildProcess, spawn } from "node:child_process";

export type Outcome = { code: number; output: string };

export type RunOptions = {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Shows the output as it comes; otherwise it is only collected. */
  isShown?: boolean;
};

const live = new Set<ChildProcess>();

/** Runs a program in a process group of its own, so that stopping it stops whatever it started. */
export function run(file: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const output: string[] = [];
  const keep = (chunk: Buffer) => {
    output.push(chunk.toString());
    if (options.isShown) process.stdout.write(chunk);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);

  watch(child);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.join("") }));
  });
}

/** Runs a program on our own terminal until it ends or we are stopped; answers with its exit code. */
export function runInFront(file: string, args: string[], options: RunOptions = {}): Promise<number> {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  watch(child);
  return new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Stops every child and what it started; those that do not listen are killed after three seconds. */
export async function stopAll(): Promise<void> {
  for (const child of live) signalGroup(child, "SIGTERM");
  const deadline = Date.now() + 3_000;
  while (live.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const child of live) signalGroup(child, "SIGKILL");
}

function watch(child: ChildProcess): void {
  if (live.size === 0) for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  live.add(child);
  const forget = () => {
    live.delete(child);
    // The exit of a parent does not end its children: whatever is left in the group goes with it. Not at "close", which
    // waits for all who hold the output, them too.
    signalGroup(child, "SIGKILL");
    if (live.size === 0) for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, stop);
  };
  child.once("exit", forget);
  child.once("error", forget);
}

async function stop(signal: NodeJS.Signals): Promise<void> {
  await stopAll();
  process.exit(signal === "SIGINT" ? 130 : 143);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}
