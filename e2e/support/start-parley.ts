import { type ChildProcess, spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { freePort } from "./free-port.ts";
import { freshData } from "./fresh-data.ts";
import { descendantsOf, killLeftOvers, killNow, type Process } from "./processes.ts";

export type Parley = {
  /** `http://localhost:…`: passkeys work on localhost and not on an address. The same after a restart. */
  url: string;
  dataDir: string;
  /** What the server has said so far. */
  log(): string;
  /** Ends the server as a power cut would; its rooms are left to themselves. */
  kill9(): Promise<void>;
  /** Starts it again on the same port and data, after `kill9` or as a restart of its own. */
  restart(): Promise<void>;
  /** Kills the room runtime; Parley is expected to bring it back. */
  killRooms(): void;
  stop(): Promise<void>;
};

export type ParleyOptions = {
  /** A database URL; without one, PGlite in the data folder. */
  database?: string;
  demo?: boolean;
  env?: Record<string, string>;
};

const root = resolve(import.meta.dirname, "../..");

/** Starts the real thing from source, as `npm start` does, with data of its own. */
export async function startParley(options: ParleyOptions = {}): Promise<Parley> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = await freshData();
  const orphans: Process[] = [];
  const said: string[] = [];
  let server = start();
  await answersAt(url, server, said);

  function start(): ChildProcess {
    const args = [
      join(root, "apps/api/src/main.ts"),
      "--port",
      String(port),
      "--data",
      dataDir,
      ...(options.demo ? ["--demo"] : []),
    ];
    const env = {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      // Limits count by address, and each browser of a story says which is its own.
      TRUST_PROXY: "1",
      ...(options.database && { DATABASE_URL: options.database }),
    };
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk) => said.push(String(chunk)));
    child.stderr.on("data", (chunk) => said.push(String(chunk)));
    return child;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    orphans.push(...descendantsOf(server.pid as number));
    const ended = new Promise((done) => server.once("exit", done));
    server.kill(signal);
    const patience = setTimeout(() => server.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(patience);
  }

  return {
    url,
    dataDir,
    log: () => said.join(""),
    kill9: () => end("SIGKILL"),
    async restart() {
      await end("SIGTERM");
      server = start();
      await answersAt(url, server, said);
    },
    killRooms() {
      for (const it of descendantsOf(server.pid as number)) if (it.name.startsWith("workerd")) killNow(it.pid);
    },
    async stop() {
      await end("SIGTERM");
      killLeftOvers(orphans);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function answersAt(url: string, server: ChildProcess, said: string[]): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`Parley ended while starting:\n${said.join("")}`);
    const health = await fetch(`${url}/health`).catch(() => null);
    await health?.arrayBuffer();
    if (health?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Parley did not answer within a minute:\n${said.join("")}`);
}
