import { roomOf, type Scope } from "@parley/schema";
import WebSocket from "ws";
import type { Log } from "../log.ts";
import type { RoomsHost } from "./publisher.ts";

/** A room that is told this often within a second gets a socket of its own: a third of the cost of a request each. */
const hotAt = 5;
const idleMs = 20_000;
const most = 200;
const bufferLimit = 4_194_304;

type Heat = { count: number; since: number };
type Line = { socket: WebSocket; usedAt: number };

export type HotRooms = {
  /** Notes that the room is told something; opens a socket to it when that is often. */
  warm(scope: Scope): void;
  isOpen(scope: Scope): boolean;
  /** Sends it by the room's own socket, if it has one; otherwise it is not taken. */
  take(scope: Scope, text: string): boolean;
  close(): void;
};

type Parts = { rooms: RoomsHost; log: Log; signPass(): Promise<string>; now(): number };

/** Publisher sockets to the conversations where much is going on. */
export function createHotRooms({ rooms, log, signPass, now }: Parts): HotRooms {
  const heats = new Map<Scope, Heat>();
  const lines = new Map<Scope, Line>();
  const sweep = setInterval(cool, idleMs / 2).unref();

  async function open(scope: Scope) {
    const { party, name } = roomOf(scope);
    try {
      const pass = await signPass();
      const socket = new WebSocket(`${rooms.url.replace(/^http/, "ws")}/parties/${party}/${name}?ticket=${pass}`, {
        perMessageDeflate: false,
        handshakeTimeout: 2_000,
      });
      const line = { socket, usedAt: now() };
      lines.set(scope, line);
      socket.on("error", (error) => log.warn({ reason: error.message }, "a publisher socket failed"));
      socket.on("close", () => lines.get(scope) === line && lines.delete(scope));
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message : String(error) }, "a publisher socket did not open");
    }
  }

  function cool() {
    for (const [scope, heat] of heats) if (now() - heat.since > 1_000) heats.delete(scope);
    for (const { socket, usedAt } of lines.values()) if (now() - usedAt > idleMs) socket.close();
  }

  return {
    warm(scope) {
      if (roomOf(scope).party !== "conversation") return;
      const heat = heats.get(scope);
      if (!heat || now() - heat.since > 1_000) return void heats.set(scope, { count: 1, since: now() });
      heat.count++;
      if (heat.count === hotAt && !lines.has(scope) && lines.size < most) void open(scope);
    },
    isOpen: (scope) => lines.get(scope)?.socket.readyState === WebSocket.OPEN,
    take(scope, text) {
      const line = lines.get(scope);
      if (line?.socket.readyState !== WebSocket.OPEN) return false;
      if (line.socket.bufferedAmount > bufferLimit) {
        line.socket.terminate();
        return false;
      }
      line.usedAt = now();
      line.socket.send(text);
      return true;
    },
    close() {
      clearInterval(sweep);
      for (const { socket } of lines.values()) socket.close();
    },
  };
}
