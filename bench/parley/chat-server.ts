import { fileURLToPath } from "node:url";
import { type OpenDb, openDb } from "@parley/db";
import type { WebSocket } from "ws";
import type { ChatServer, Crowd, Place, SeatedCrowd } from "../support/chat-server.ts";
import { startProgram } from "../support/start-program.ts";
import { type ApiClient, createApiClient } from "./api-client.ts";
import { enterRoom } from "./enter-room.ts";
import { cookieOf, populate, type Seat } from "./populate.ts";

/** All of Parley on the database at `url`; every device holds its conversation's room socket and sends over tRPC. */
export async function startParley(url: string): Promise<ChatServer> {
  const program = await startProgram(fileURLToPath(new URL("./server.ts", import.meta.url)), [url]);
  const port = Number(program.ready);
  const api = createApiClient(port);
  const open = await openDb(url);

  return {
    name: "Parley",
    seat: (crowd, shown) => seat({ port, api, open }, crowd, shown),
    cpuMs: program.cpuMs,
    async stop() {
      api.close();
      await open.close();
      await program.stop();
    },
  };
}

type Running = { port: number; api: ApiClient; open: OpenDb };

async function seat(
  { port, api, open }: Running,
  crowd: Crowd,
  shown: (messageId: string, at: Place) => void,
): Promise<SeatedCrowd> {
  const rows = await populate(open.db, crowd);
  const sockets: WebSocket[] = [];
  for (const [conversation, seats] of rows.entries()) {
    const entered = seats.map((it, member) =>
      enter(port, api, it, (messageId) => shown(messageId, { conversation, member })),
    );
    sockets.push(...(await Promise.all(entered)));
  }
  return {
    async send({ conversation, member }, messageId, text) {
      const from = rows[conversation]?.[member];
      if (!from) throw new Error("nobody sits there");
      await api.mutate("messages.send", cookieOf(from), { conversationId: from.conversationId, messageId, text });
    },
    async leave() {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Somebody's socket in the room of their conversation; `shown` hears of what others write. */
export function enter(port: number, api: ApiClient, seat: Seat, shown: (messageId: string) => void) {
  return enterRoom(port, api, seat, (heard) => {
    if (heard.t !== "changes") return;
    for (const message of heard.changes.rows.messages ?? []) if (message.senderId !== seat.userId) shown(message.id);
  });
}
