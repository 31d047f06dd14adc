import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { App } from "../context.ts";
import { requireOwnOrigin } from "./caller.ts";

const roomPath = /^\/parties\/(conversation|user)\/[0-9a-f-]{36}(\?|$)/;
/** What a room needs to shake hands; the session's cookie is none of its business. */
const passedOn = [
  "connection",
  "upgrade",
  "sec-websocket-key",
  "sec-websocket-version",
  "sec-websocket-protocol",
  "sec-websocket-extensions",
  "origin",
  "user-agent",
];

/** Hands a WebSocket to the rooms as raw bytes, so that one origin and port serve everything. */
export function forwardToRooms(app: App, request: IncomingMessage, socket: Duplex, head: Buffer) {
  socket.on("error", () => socket.destroy());
  if (!roomPath.test(request.url ?? "") || request.headers.upgrade?.toLowerCase() !== "websocket")
    return refuse(socket, "404 Not Found");
  if (!app.rooms) return refuse(socket, "503 Service Unavailable");
  try {
    requireOwnOrigin(request, app.config);
  } catch {
    return refuse(socket, "403 Forbidden");
  }

  const headers = Object.fromEntries(
    passedOn.map((name) => [name, request.headers[name]]).filter(([, value]) => value !== undefined),
  );
  const address = new URL(request.url ?? "", app.rooms.url);
  const onward = (address.protocol === "https:" ? httpsRequest : httpRequest)(address, { headers });
  onward.on("error", () => refuse(socket, "502 Bad Gateway"));
  onward.on("response", (answer) => {
    answer.resume();
    refuse(socket, `${answer.statusCode ?? 502} ${answer.statusMessage ?? ""}`);
  });
  onward.on("upgrade", (answer, room, roomHead) => {
    app.metrics.sockets.inc();
    socket.write(handshake(answer));
    if (roomHead.length > 0) socket.write(roomHead);
    if (head.length > 0) room.write(head);
    join(socket as Socket, room as Socket);
    socket.once("close", () => app.metrics.sockets.dec());
  });
  onward.end();
}

function handshake(answer: IncomingMessage) {
  const lines = [`HTTP/1.1 101 ${answer.statusMessage ?? "Switching Protocols"}`];
  for (let i = 0; i < answer.rawHeaders.length; i += 2)
    lines.push(`${answer.rawHeaders[i]}: ${answer.rawHeaders[i + 1]}`);
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function join(one: Socket, other: Socket) {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on("error", () => to.destroy());
    // A WebSocket that ends on one side is over; half of it would keep the server from closing.
    from.on("end", () => to.destroySoon());
    from.on("close", () => to.destroy());
  }
}

function refuse(socket: Duplex, status: string) {
  if (socket.destroyed) return;
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
