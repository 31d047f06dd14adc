import { type RoomMessage, roomOf, type Scope } from "@parley/schema";
import WebSocket from "ws";
import type { Api } from "./start-app.ts";

const patienceMs = 60_000;

/** A device's connection to a room, by a ticket of its own and through the API's port, as browsers come. */
export async function openRoomSocket(url: string, api: Api, scope: Scope) {
  const { ticket } = await api.realtime.ticket.query({ scope });
  const { party, name } = roomOf(scope);
  const socket = new WebSocket(`${url.replace("http", "ws")}/parties/${party}/${name}?ticket=${ticket}`, {
    headers: { origin: url },
  });
  const heard: RoomMessage[] = [];
  socket.on("message", (data) => void heard.push(JSON.parse(String(data)) as RoomMessage));
  await new Promise<void>((resolve, reject) => {
    socket.once("open", () => resolve());
    socket.on("error", reject);
  });

  /** The first thing heard of this kind that is the one awaited, now or soon. What was done before may be told only now. */
  async function hears<T extends RoomMessage["t"]>(
    kind: T,
    isAwaited: (it: Extract<RoomMessage, { t: T }>) => boolean = () => true,
  ): Promise<Extract<RoomMessage, { t: T }>> {
    for (
      const until = Date.now() + patienceMs;
      Date.now() < until;
      await new Promise((resolve) => setTimeout(resolve, 10))
    ) {
      const found = heard.find((it): it is Extract<RoomMessage, { t: T }> => it.t === kind && isAwaited(it as never));
      if (found) return found;
    }
    throw new Error(`Never heard ${kind}; heard ${heard.map((it) => it.t).join(", ") || "nothing"}.`);
  }

  await hears("hello");
  return { heard, hears, leave: () => socket.terminate() };
}
