import { setTimeout as wait } from "node:timers/promises";
import { bundleRooms } from "./bundle.ts";
import { signPublishPass } from "./passes.ts";
import { startWorkerd, type Workerd } from "./workerd.ts";

export { bundleRooms, compatibilityDate, compatibilityFlags, durableObjects, variable } from "./bundle.ts";
export { writeEdgeBundle } from "./edge.ts";

export type RoomsOptions = {
  /** A free one when left out; kept through every restart. */
  port?: number;
  /** Shared with the API, which signs tickets and publications with it. */
  secret: string;
  hintsOnly?: boolean;
  log?: (line: string) => void;
  /** The rest is for tests that cannot wait so long. */
  heartbeatMs?: number;
  typingMs?: number;
  healthEveryMs?: number;
  healthTimeoutMs?: number;
};

export type Rooms = { url: string; restart(): Promise<void>; pid(): number; close(): Promise<void> };

const health = { everyMs: 2_000, timeoutMs: 5_000 };
const healthMisses = 3;
const farewellMs = 2_000;
const backoffMs = { first: 100, most: 5_000 };

/** Serves the rooms on workerd and keeps them served: restarts it when it dies or no longer answers. */
export async function startRooms(options: RoomsOptions): Promise<Rooms> {
  if (options.secret.length < 16) throw new Error("The secret of the rooms needs at least 16 characters.");
  const log = options.log ?? (() => {});
  const bundle = await bundleRooms();
  const environment = environmentFor(options);
  let workerd = await startWorkerd(bundle, options.port ?? 0, environment, log);
  const { port } = workerd;
  const url = `http://127.0.0.1:${port}`;
  let isClosing = false;
  let restarting: Promise<void> | undefined;

  const again = () => {
    restarting ??= startAgain(backoffMs.first).finally(() => {
      restarting = undefined;
    });
    return restarting;
  };
  async function startAgain(delay: number): Promise<void> {
    workerd.kill();
    await workerd.exited;
    if (isClosing) return;
    try {
      workerd = await startWorkerd(bundle, port, environment, log);
      follow(workerd);
    } catch (error) {
      log(`The room runtime did not start: ${String(error)}`);
      await wait(delay);
      await startAgain(Math.min(delay * 2, backoffMs.most));
    }
  }
  function follow(current: Workerd): void {
    void current.exited.then(() => {
      if (isClosing || current !== workerd || restarting) return;
      log("The room runtime ended; starting it again.");
      void again();
    });
  }
  follow(workerd);
  const stopHealth = watchHealth(url, options, () => {
    if (isClosing || restarting) return;
    log("The room runtime no longer answers; starting it again.");
    void again();
  });

  return {
    url,
    pid: () => workerd.pid,
    restart: async () => {
      await sayFarewell(url, options.secret);
      await again();
    },
    close: async () => {
      if (isClosing) return;
      isClosing = true;
      stopHealth();
      await restarting;
      await sayFarewell(url, options.secret);
      workerd.kill();
      await workerd.exited;
    },
  };
}

function environmentFor(options: RoomsOptions): Record<string, string> {
  return {
    PARLEY_ROOM_SECRET: options.secret,
    PARLEY_HINTS_ONLY: options.hintsOnly ? "1" : "",
    PARLEY_ONE_PROCESS: "1",
    PARLEY_HEARTBEAT_MS: String(options.heartbeatMs ?? ""),
    PARLEY_TYPING_MS: String(options.typingMs ?? ""),
  };
}

/** Lets every room say goodbye, so that devices come back on their own clock; workerd itself would wait for them for ever. */
async function sayFarewell(url: string, secret: string): Promise<void> {
  try {
    const headers = { authorization: `Bearer ${await signPublishPass(secret)}` };
    await fetch(`${url}/parties/main/farewell`, { method: "POST", headers, signal: AbortSignal.timeout(farewellMs) });
    // The goodbyes were handed to their sockets; this lets them leave.
    await wait(50);
  } catch {
    // A runtime that is gone or stuck says nothing; the devices notice by themselves.
  }
}

function watchHealth(url: string, options: RoomsOptions, lost: () => void): () => void {
  let missed = 0;
  const timeoutMs = options.healthTimeoutMs ?? health.timeoutMs;
  const timer = setInterval(async () => {
    const isWell = await fetch(`${url}/health`, { signal: AbortSignal.timeout(timeoutMs) }).then(
      (it) => it.ok,
      () => false,
    );
    missed = isWell ? 0 : missed + 1;
    if (missed < healthMisses) return;
    missed = 0;
    lost();
  }, options.healthEveryMs ?? health.everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
