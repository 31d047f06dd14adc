import { once } from "node:events";
import { conversationScope, type RoomMessage } from "@parley/schema";
import { WebSocket } from "ws";
import type { ApiClient } from "./api-client.ts";
import { cookieOf, type Seat } from "./populate.ts";

/** Somebody's socket in the room of their conversation; everything that is said there comes to `hear`. */
export async function enterRoom(
  port: number,
  api: ApiClient,
  seat: Seat,
  hear: (message: RoomMessage) => void,
): Promise<WebSocket> {
  const { conversationId } = seat;
  const { ticket } = await api.query<{ ticket: string }>("realtime.ticket", cookieOf(seat), {
    scope: conversationScope(conversationId),
  });
  const socket = new WebSocket(`ws://127.0.0.1:${port}/parties/conversation/${conversationId}?ticket=${ticket}`, {
    headers: { origin: `http://localhost:${port}`, host: `localhost:${port}` },
    perMessageDeflate: false,
  });
  await once(socket, "message");
  socket.on("message", (data) => hear(JSON.parse(String(data)) as RoomMessage));
  return socket;
}
