import {
  AppError,
  type CloseCode,
  closeCodes,
  type DeviceMessage,
  limits,
  type RoomMessage,
  roomOf,
  type Scope,
} from "@parley/schema";
import ReconnectingWebSocket from "partysocket/ws";
import type { Device } from "./device.ts";
import type { Tickets } from "./tickets.ts";

export type RoomEvents = {
  heard(message: RoomMessage): void;
  /** Open means that the room has said hello. */
  opened(isOpen: boolean): void;
  /** The room or the API will not have us. */
  refused(code: CloseCode | "not_signed_in" | "not_found"): void;
};

export type RoomSocket = {
  say(message: DeviceMessage): void;
  isOpen(): boolean;
  renewTicket(): void;
  wake(): void;
  close(): void;
};

const finalCodes: number[] = [closeCodes.signedOut, closeCodes.removed, closeCodes.notFound, closeCodes.hostMoved];
const renewBeforeMs = 35_000;
const pingMs = 25_000;
/** A room beats every twenty seconds; after this silence the connection is dead whatever the browser thinks. */
const silenceMs = 2 * limits.heartbeatMs + 5_000;

/** A connection to the room of a scope that comes back by itself, with a ticket of its own each time. */
export function openRoom(device: Device, tickets: Tickets, scope: Scope, events: RoomEvents): RoomSocket {
  const { party, name } = roomOf(scope);
  const address = `${device.origin.replace(/^http/, "ws")}/parties/${party}/${name}`;
  let isOpen = false;
  let isClosed = false;
  let heardAt = device.now();
  let ticketEndsAt = Number.POSITIVE_INFINITY;
  let renewedAt = 0;

  async function takeTicket() {
    const { ticket, expiresAt } = await tickets(scope);
    ticketEndsAt = expiresAt;
    return ticket;
  }

  const socket = new ReconnectingWebSocket(
    async () => `${address}?ticket=${await takeTicket().catch(giveUpIfRefused)}`,
    [],
    {
      WebSocket: device.WebSocket,
      minReconnectionDelay: 500 + Math.random() * 1_500,
      maxReconnectionDelay: 30_000,
      reconnectionDelayGrowFactor: 1.7,
      connectionTimeout: 8_000,
      maxEnqueuedMessages: 0,
      shouldReconnectOnClose: (event) => !isClosed && !finalCodes.includes(event.code),
    },
  );

  function giveUpIfRefused(error: unknown): never {
    if (error instanceof AppError && (error.code === "not_signed_in" || error.code === "not_found")) {
      close();
      events.refused(error.code);
    }
    throw error;
  }

  function setOpen(next: boolean) {
    if (isOpen === next) return;
    isOpen = next;
    events.opened(next);
  }

  socket.addEventListener("message", (event) => {
    heardAt = device.now();
    const message = readMessage(event.data);
    if (!message || isClosed) return;
    if (message.t === "beat" && message.echo) say({ t: "ping", echo: message.echo });
    if (message.t === "bye") return goodbye(message.code);
    if (message.t === "hello") setOpen(true);
    events.heard(message);
  });
  socket.addEventListener("close", () => setOpen(false));
  socket.addEventListener("open", () => {
    heardAt = device.now();
  });

  /** A close can take seconds to arrive: what the room says first counts. */
  function goodbye(code: CloseCode) {
    setOpen(false);
    if (finalCodes.includes(code)) {
      close();
      events.refused(code);
    } else setTimeout(() => !isClosed && socket.reconnect(), 300 + Math.random() * 1_700);
  }

  function say(message: DeviceMessage) {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
  }

  function renewTicket() {
    if (!isOpen || device.now() - renewedAt < 5_000) return;
    renewedAt = device.now();
    takeTicket().then(
      (ticket) => say({ t: "ticket", ticket }),
      (error) =>
        void (
          error instanceof AppError &&
          error.code !== "unavailable" &&
          error.code !== "rate_limited" &&
          reportRefused(error)
        ),
    );
  }

  function reportRefused(error: AppError) {
    if (error.code !== "not_signed_in" && error.code !== "not_found") return;
    close();
    events.refused(error.code);
  }

  let pingedAt = device.now();
  const watch = setInterval(() => {
    const now = device.now();
    if (!isOpen) return;
    if (now - heardAt > silenceMs) return socket.reconnect();
    if (now - pingedAt > pingMs) {
      pingedAt = now;
      say({ t: "ping" });
    }
    if (ticketEndsAt - now < renewBeforeMs) renewTicket();
  }, 5_000);

  /** Tries at once instead of at the next appointed time. */
  function wake() {
    if (isClosed) return;
    if (!isOpen) socket.reconnect();
    else say({ t: "ping" });
  }

  function close() {
    if (isClosed) return;
    isClosed = true;
    clearInterval(watch);
    socket.close();
    setOpen(false);
  }

  return { say, isOpen: () => isOpen, renewTicket, wake, close };
}

function readMessage(data: unknown): RoomMessage | null {
  try {
    return typeof data === "string" ? (JSON.parse(data) as RoomMessage) : null;
  } catch {
    return null;
  }
}
