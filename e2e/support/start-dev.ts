import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { freePort } from "./free-port.ts";
import { freshData } from "./fresh-data.ts";
import { descendantsOf, killLeftOvers, type Process, stillRunning } from "./processes.ts";

const root = resolve(import.meta.dirname, "../..");
const patienceMs = 120_000;
const made = new Set(["dist", "test-results", ".vite", ".vite-temp", ".cache"]);

export type Dev = {
  url: string;
  /** Changes a file as somebody at work would. */
  edit(file: string, change: (text: string) => string): Promise<void>;
  log(): string;
  /** As Ctrl-C does; answers with what is still running afterwards. */
  stop(): Promise<Process[]>;
};

/** `npm run dev` on a copy of the sources, so that they can be changed under it. */
export async function startDev(): Promise<Dev> {
  const folder = await copyOfSources();
  const data = await freshData();
  const port = await freePort();
  const said: string[] = [];
  const child = spawn(process.execPath, ["scripts/dev.ts", "--data", data], {
    cwd: folder,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: "warn", NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => said.push(String(chunk)));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const started: Process[] = [];

  async function stop(): Promise<Process[]> {
    started.push(...descendantsOf(child.pid as number));
    child.kill("SIGINT");
    const patience = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await ended;
    clearTimeout(patience);
    const left = await stillRunning(started);
    killLeftOvers(left);
    for (const it of [folder, data]) await rm(it, { recursive: true, force: true });
    return left;
  }

  const url = `http://localhost:${port}`;
  try {
    await answers(`${url}/health`, said);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    log: () => said.join(""),
    async edit(file, change) {
      const before = await readFile(join(folder, file), "utf8");
      const after = change(before);
      if (after === before) throw new Error(`${file} is not as it was when this was written.`);
      await writeFile(join(folder, file), after);
    },
    stop,
  };
}

/** What git has, with the links to what is installed. */
async function copyOfSources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "parley-dev-"));
  for (const part of ["apps", "packages", "scripts", "e2e", "package.json", "tsconfig.json", "tsconfig.base.json"])
    await cp(join(root, part), join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !made.has(basename(source)),
    });
  await mkdir(join(folder, "node_modules"));
  for (const part of [".pnpm", ".bin"])
    await symlink(join(root, "node_modules", part), join(folder, "node_modules", part));
  return folder;
}

async function answers(url: string, said: string[]): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until; ) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`npm run dev did not answer within two minutes:\n${said.join("")}`);
}
