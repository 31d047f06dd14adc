import { AppError } from "@parley/schema";
import type { Api } from "../api/types.ts";
import { applyStart } from "../store/apply-start.ts";
import type { LocalDb } from "../store/db.ts";
import type { Touched } from "../store/touched.ts";
import type { Clock } from "./clock.ts";
import type { Device } from "./device.ts";

type Options = {
  device: Device;
  api: Api;
  db: LocalDb;
  clock: Clock;
  hasSocket(): boolean;
  tell(touched: Touched): void;
  /** After each start that succeeded. */
  started(): void;
  failed(error: unknown): void;
};

export type StartLoop = { now(): void; stop(): void };

const pollMs = { first: 5_000, most: 60_000, withSocket: 30_000 };

/**
 * Asks which conversations moved: at once when there is a reason, by itself every half minute beside a socket
 * (a head is told only once), and every five seconds, slowing down to a minute, without one. [F09]
 */
export function createStartLoop(options: Options): StartLoop {
  const { device, api, db, clock } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isWantedAgain = false;
  let isStopped = false;
  let quietPolls = 0;

  async function start(): Promise<void> {
    const point = await db.get("meta", "start");
    const asked = device.now();
    const answer = await api.sync.start.query({ cursor: point?.key === "start" ? point.cursor : null });
    if (isStopped) return;
    clock.heard(answer.serverTime, asked);
    options.tell(await applyStart(db, answer));
    if (!isStopped) options.started();
  }

  async function run() {
    if (isStopped) return;
    if (isRunning) {
      isWantedAgain = true;
      return;
    }
    isRunning = true;
    isWantedAgain = false;
    clearTimeout(timer);
    let wait = 0;
    try {
      await start();
    } catch (error) {
      if (!isStopped) options.failed(error);
      wait = error instanceof AppError ? (error.retryAfter ?? 0) * 1_000 : 0;
    } finally {
      isRunning = false;
      if (!isStopped) {
        if (isWantedAgain) queueMicrotask(run);
        else timer = setTimeout(run, Math.max(wait, nextDelay()));
      }
    }
  }

  function nextDelay() {
    const jitter = 0.8 + Math.random() * 0.4;
    if (options.hasSocket()) {
      quietPolls = 0;
      return pollMs.withSocket * jitter;
    }
    return Math.min(pollMs.most, pollMs.first * 1.4 ** quietPolls++) * jitter;
  }

  return {
    now() {
      quietPolls = 0;
      void run();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
