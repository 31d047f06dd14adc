import "fake-indexeddb/auto";
import type { UserId } from "@parley/schema";
import type { Device } from "../engine/device.ts";
import { dbName } from "../engine/device.ts";
import { type Engine, startEngine } from "../engine/engine.ts";
import { createCommands } from "../outbox/commands.ts";
import { openLocalDb } from "../store/db.ts";
import type { Status } from "../types.ts";

export type Network = {
  isOnline: boolean;
  /** Lets a test lose, delay or repeat what goes to the API. */
  around(send: () => Promise<Response>): Promise<Response>;
  /** Lets a test lose, repeat or reorder what a room says. */
  heard(text: string, deliver: (text: string) => void): void;
};

export type TestDevice = Awaited<ReturnType<typeof startDevice>>;

let count = 0;

/** A device of a user: the real engine on an IndexedDB of its own, with the real network to a server under test. */
export async function startDevice(
  origin: string,
  userId: UserId,
  cookie: string,
  options: { prefix?: string; now?: () => number; hasSockets?: boolean } = {},
) {
  const prefix = options.prefix ?? `device${++count}`;
  const network: Network = { isOnline: true, around: (send) => send(), heard: (text, deliver) => deliver(text) };
  const sockets = new Set<WebSocket>();
  const wakes = new Set<() => void>();
  let ended: "server" | "tab" | null = null;

  /** A socket of this device, which a test can cut and listen in on. */
  class Socket extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      if (!network.isOnline || options.hasSockets === false) throw new Error("This device is offline.");
      super(...given);
      sockets.add(this);
      super.addEventListener("close", () => sockets.delete(this));
    }
    override addEventListener(type: string, listener: EventListenerOrEventListenerObject, ...rest: unknown[]): void {
      const passOn = (event: Event) =>
        typeof listener === "function" ? listener.call(this, event) : listener.handleEvent(event);
      const heard =
        type === "message"
          ? (event: Event) =>
              network.heard(
                (event as MessageEvent<string>).data,
                (data) => this.readyState === 1 && passOn(new MessageEvent("message", { data })),
              )
          : listener;
      super.addEventListener(type, heard, ...(rest as []));
    }
  }

  const device: Device = {
    origin,
    fetch: (url, init) => {
      if (!network.isOnline) return Promise.reject(new TypeError("This device is offline."));
      const headers = { ...(init?.headers as Record<string, string>), cookie, origin };
      return network.around(() => fetch(url, { ...init, headers }));
    },
    WebSocket: Socket,
    locks: navigator.locks,
    channel: (name) => new BroadcastChannel(name),
    now: options.now ?? (() => Date.now()),
    isOnline: () => network.isOnline,
    isIdle: () => false,
    isVisible: () => true,
    onWake(wake) {
      wakes.add(wake);
      return () => wakes.delete(wake);
    },
    askForBackgroundSync: () => undefined,
    prefix,
  };

  const db = await openLocalDb(dbName(device, userId), { onOutdated: () => undefined, onLost: () => undefined });
  const statuses: Status[] = [];
  const engine: Engine = startEngine(device, userId, db, {
    touched: () => undefined,
    fact: () => undefined,
    status: (status) => statuses.push(status),
    ended: (by) => {
      ended = by;
    },
  });

  return {
    device,
    engine,
    db,
    network,
    statuses,
    userId,
    do: createCommands(() => engine),
    ended: () => ended,
    sockets: () => [...sockets],
    cut() {
      for (const socket of sockets) socket.close();
    },
    goOffline() {
      network.isOnline = false;
      for (const socket of sockets) socket.close();
    },
    goOnline() {
      network.isOnline = true;
      for (const wake of wakes) wake();
    },
    wake() {
      for (const wake of wakes) wake();
    },
    async stop() {
      await engine.stop();
      for (const socket of sockets) socket.close();
      db.close();
    },
  };
}

/** Waits until `check` answers something, or says what it last answered. */
export async function until<T>(check: () => Promise<T> | T, ms = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await check();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`This did not come true within ${ms} ms: ${check.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
