import type { Flushed } from "../outbox/flush.ts";
import type { Device } from "./device.ts";

type Options = {
  device: Device;
  /** Sends all that may leave now. */
  flush(): Promise<Flushed>;
  flushing?(isFlushing: boolean): void;
  /** Something was accepted: what it changed may have to be fetched. */
  accepted?(): void;
  refused(): void;
  unreachable(): void;
  signedOut(): void;
};

export type Flusher = { kick(): void; stop(): void; settled(): Promise<void> };

/** Flushes the outbox, or uploads its files, whenever there is a reason to, and by itself when something that waited may leave. [F32] */
export function createFlusher(options: Options): Flusher {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let isWantedAgain = false;
  let isStopped = false;
  let misses = 0;

  async function run(): Promise<void> {
    options.flushing?.(true);
    try {
      const flushed = await options.flush();
      if (isStopped) return;
      if (flushed.accepted) options.accepted?.();
      if (flushed.refused) options.refused();
      if (flushed.stopped === "signed-out") return options.signedOut();
      if (flushed.stopped === "unreachable") {
        options.unreachable();
        options.device.askForBackgroundSync();
        again(Math.min(30_000, 500 * 2 ** misses++) * (0.7 + Math.random() * 0.6));
      } else {
        misses = 0;
        if (flushed.retryAt !== null) again(Math.max(50, flushed.retryAt - options.device.now()));
      }
    } finally {
      options.flushing?.(false);
    }
  }

  function again(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(kick, Math.min(ms, 60_000));
  }

  function kick() {
    if (isStopped) return;
    // [F23] What has surely not left can still be changed or taken back without a trace; being online again kicks.
    if (!options.device.isOnline()) return options.device.askForBackgroundSync();
    if (running) {
      isWantedAgain = true;
      return;
    }
    isWantedAgain = false;
    running = run()
      .catch(() => again(2_000))
      .finally(() => {
        running = undefined;
        if (isWantedAgain) kick();
      });
  }

  return {
    kick,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
    settled: () => running ?? Promise.resolve(),
  };
}
