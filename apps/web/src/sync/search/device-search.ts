import type { Touched } from "../store/touched.ts";
import type { DeviceAnswer, DeviceSearch } from "./find-on-device.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** The search over this device's copy, which runs in a worker: neither the page nor the sync engine waits for it. */
export type DeviceSearcher = {
  /** Null when the worker cannot answer: the copy is closed, or the browser took it. */
  search(search: DeviceSearch): Promise<DeviceAnswer | null>;
  touched(touched: Touched): void;
  close(): void;
};

const gatherMs = 200;

export function startDeviceSearch(copyName: string): DeviceSearcher {
  const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
  const asked = new Map<number, (answer: DeviceAnswer | null) => void>();
  let count = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (message: ToWorker) => worker.postMessage(message);

  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.t === "closed") worker.terminate();
    if (data.t !== "found") return;
    asked.get(data.n)?.(data.answer);
    asked.delete(data.n);
  });
  worker.addEventListener("error", () => {
    for (const answer of asked.values()) answer(null);
    asked.clear();
  });
  say({ t: "open", copyName });

  return {
    search: (search) =>
      new Promise((resolve) => {
        const n = ++count;
        asked.set(n, resolve);
        say({ t: "search", n, search });
      }),
    touched(touched) {
      if (touched.messages.size === 0 || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        say({ t: "look" });
      }, gatherMs);
    },
    close() {
      clearTimeout(timer);
      say({ t: "close" });
    },
  };
}
