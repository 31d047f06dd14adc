import { AppError, type Scope } from "@parley/schema";
import type { Api } from "../api/types.ts";
import type { Device } from "./device.ts";

export type Ticket = { ticket: string; expiresAt: number };
export type Tickets = (scope: Scope) => Promise<Ticket>;

/** Below this a ticket is not worth a try at the door. */
const leastMs = 10_000;

/**
 * Tickets for rooms, a new one for each connection, since a room tells most to whom the API saw last.
 * [F10] While the API cannot answer, one that is still good is used again, and a wait it asked for is kept.
 */
export function createTickets(device: Device, api: Api): Tickets {
  const kept = new Map<Scope, Ticket>();
  let quietUntil = 0;

  return async (scope) => {
    const wait = quietUntil - device.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, Math.min(wait, 60_000)));
    const asked = device.now();
    try {
      const { ticket, expiresAt } = await api.realtime.ticket.query({ scope, isIdle: device.isIdle() });
      // Our clock may be wrong by a day: no ticket is good for longer than two minutes from when we asked.
      const fresh = { ticket, expiresAt: Math.min(Math.max(Date.parse(expiresAt), asked + 30_000), asked + 110_000) };
      kept.set(scope, fresh);
      return fresh;
    } catch (error) {
      const earlier = kept.get(scope);
      if (!(error instanceof AppError) || error.code !== "unavailable") kept.delete(scope);
      else if (earlier && earlier.expiresAt - device.now() > leastMs) return earlier;
      if (error instanceof AppError && error.retryAfter) quietUntil = device.now() + error.retryAfter * 1_000;
      throw error;
    }
  };
}
