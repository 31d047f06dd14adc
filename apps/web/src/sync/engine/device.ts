import type { UserId } from "@parley/schema";

/** What the engine needs of the world around it; the browser's in the app, real network and a clock of their own in tests. */
export type Device = {
  /** Of the API and the rooms. */
  origin: string;
  fetch: typeof globalThis.fetch;
  /** Opens a socket; partysocket calls it with `new`. */
  WebSocket: typeof globalThis.WebSocket;
  locks: LockManager;
  channel(name: string): BroadcastChannel;
  now(): number;
  isOnline(): boolean;
  isVisible(): boolean;
  /** Nobody has touched this device for a while. */
  isIdle(): boolean;
  /** Calls back when the network may be back or has gone, or the page is looked at; answers with how to stop. */
  onWake(wake: () => void): () => void;
  /** Asks the browser to flush the outbox even when the page is closed. */
  askForBackgroundSync(): void;
  /** Names of databases, locks and channels begin with it. */
  prefix: string;
};

export const dbName = (device: Pick<Device, "prefix">, userId: UserId) => `${device.prefix}:${userId}`;

export function browserDevice(): Device {
  return {
    origin: location.origin,
    fetch: (...request) => fetch(...request),
    WebSocket,
    locks: navigator.locks,
    channel: (name) => new BroadcastChannel(name),
    now: () => Date.now(),
    isOnline: () => navigator.onLine,
    isVisible: () => document.visibilityState === "visible",
    isIdle: watchIdle(),
    onWake(wake) {
      const ifVisible = () => document.visibilityState === "visible" && wake();
      addEventListener("online", wake);
      addEventListener("offline", wake);
      addEventListener("pageshow", wake);
      document.addEventListener("visibilitychange", ifVisible);
      return () => {
        removeEventListener("online", wake);
        removeEventListener("offline", wake);
        removeEventListener("pageshow", wake);
        document.removeEventListener("visibilitychange", ifVisible);
      };
    },
    askForBackgroundSync() {
      if (!("serviceWorker" in navigator)) return;
      void navigator.serviceWorker.ready.then((it) => (it as WithSync).sync?.register("outbox")).catch(() => undefined);
    },
    prefix: "parley",
  };
}

const idleAfterMs = 5 * 60_000;

function watchIdle(): () => boolean {
  let touchedAt = Date.now();
  const touch = () => {
    touchedAt = Date.now();
  };
  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel"])
    addEventListener(kind, touch, { passive: true, capture: true });
  return () => Date.now() - touchedAt > idleAfterMs;
}

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };
