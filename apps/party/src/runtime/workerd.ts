import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { workerdConfig } from "./config.ts";

// A shell stands between us and workerd: when its standard input closes, because this process has ended in whatever
// way (kill -9 too), it takes workerd with it, so that no orphan keeps answering on the port with old code.
const guard = `
exec 4<&0
"$0" "$@" </dev/null 4<&- &
child=$!
echo "{\\"event\\":\\"started\\",\\"pid\\":$child}" >&3
( cat <&4; kill -9 $child ) >/dev/null 2>&1 3>&- &
watcher=$!
exec 3>&- 4<&-
wait $child
code=$?
kill $watcher 2>/dev/null
exit $code
`;

export type Workerd = { pid: number; port: number; exited: Promise<void>; kill(): void };

/** Starts one workerd on a bundle; resolves when it listens, rejects when it ends before. */
export async function startWorkerd(
  bundle: string,
  port: number,
  environment: Record<string, string>,
  log: (line: string) => void,
): Promise<Workerd> {
  const folder = await mkdtemp(join(tmpdir(), "parley-rooms-"));
  await writeFile(join(folder, "rooms.js"), bundle);
  await writeFile(join(folder, "rooms.capnp"), workerdConfig(port));
  const child = spawn("sh", ["-c", guard, workerdBinary(), "serve", "--control-fd=3", join(folder, "rooms.capnp")], {
    stdio: ["pipe", "pipe", "pipe", "pipe"],
    env: { PATH: process.env.PATH ?? "/usr/bin:/bin", ...environment },
    // A group of its own: Ctrl-C in the terminal is for us, and we say goodbye to the rooms first.
    detached: true,
  });
  for (const output of [child.stdout!, child.stderr!]) createInterface({ input: output }).on("line", log);

  let hasExited = false;
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      hasExited = true;
      child.stdin!.destroy();
      resolve();
    });
  });
  try {
    const { pid, port: listening } = await listens(child);
    return { pid, port: listening, exited, kill: () => void (hasExited || kill(pid)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function listens(child: ChildProcess): Promise<{ pid: number; port: number }> {
  let pid = 0;
  for await (const line of createInterface({ input: child.stdio[3] as NodeJS.ReadableStream })) {
    const said = JSON.parse(line) as { event: string; pid?: number; port?: number };
    if (said.event === "started") pid = said.pid ?? 0;
    if (said.event === "listen" && said.port) return { pid, port: said.port };
  }
  throw new Error("The room runtime ended before it listened.");
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended already.
  }
}

function workerdBinary(): string {
  return (createRequire(import.meta.url)("workerd") as { default: string }).default;
}
