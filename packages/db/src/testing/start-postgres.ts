import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";

export type Postgres = { url: string; stop(): Promise<void>; restart(): Promise<void> };

const run = promisify(execFile);

/** A PostgreSQL of one's own on a free loopback port, gone after `stop`. Without `isDurable` it does not wait for the disk. */
export async function startPostgres({ isDurable = false } = {}): Promise<Postgres> {
  const bin = findBinaries();
  const folder = await mkdtemp(join(tmpdir(), "parley-postgres-"));
  // PostgreSQL refuses to run as root, and its own user must be able to enter the folder.
  const { uid, gid } = await ownerOf(folder);
  const data = join(folder, "data");
  await run(
    join(bin, "initdb"),
    ["-D", data, "-U", "parley", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"],
    { uid, gid, cwd: folder },
  );

  const port = await freePort();
  const url = `postgres://parley@127.0.0.1:${port}/postgres`;
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "256MB",
    fsync: isDurable ? "on" : "off",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const start = async () => {
    const server = spawn(join(bin, "postgres"), ["-D", data, ...options], { uid, gid, cwd: folder, stdio: "ignore" });
    await ready(server, url);
    return server;
  };

  let server = await start();
  // A test that ends without stopping it must not leave it running.
  const abandon = () => server.kill("SIGQUIT");
  process.once("exit", abandon);
  return {
    url,
    stop: async () => {
      process.off("exit", abandon);
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
    restart: async () => {
      await end(server);
      server = await start();
    },
  };
}

function findBinaries() {
  const places = [
    process.env.PARLEY_POSTGRES_BIN,
    ...[18, 17, 16, 15].map((version) => `/usr/lib/postgresql/${version}/bin`),
  ];
  const found = places.find((place) => place && existsSync(join(place, "initdb")));
  if (!found)
    throw new Error(
      "PostgreSQL is not installed here: install it (Debian: postgresql), or name its folder in PARLEY_POSTGRES_BIN",
    );
  return found;
}

async function ownerOf(folder: string): Promise<{ uid?: number; gid?: number }> {
  if (process.getuid?.() !== 0) return {};
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number((await run("id", [flag, "postgres"])).stdout)),
  );
  await chmod(folder, 0o711);
  await run("chown", [`${uid}:${gid}`, folder]);
  return { uid, gid };
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (!address || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function ready(server: ChildProcess, url: string) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with code ${server.exitCode} instead of starting`);
    const client = new pg.Client(url);
    const isUp =
      (await client.connect().then(
        () => client.end(),
        () => "down",
      )) === undefined;
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("PostgreSQL did not answer within ten seconds");
}

/** SIGINT is PostgreSQL's fast shutdown: open connections are closed, what was committed is kept. */
async function end(server: ChildProcess) {
  if (server.exitCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGINT");
  await ended;
}
