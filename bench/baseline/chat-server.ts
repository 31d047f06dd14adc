import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { newId } from "@parley/schema";
import { WebSocket } from "ws";
import type { ChatServer, Crowd, Place, SeatedCrowd } from "../support/chat-server.ts";
import { startProgram } from "../support/start-program.ts";
import type { Heard, Said } from "./server.ts";

type Device = { socket: WebSocket; kept: Map<string, () => void> };

/** The bare server on the database at `url`. */
export async function startBaseline(url: string): Promise<ChatServer> {
  const program = await startProgram(fileURLToPath(new URL("./server.ts", import.meta.url)), [url]);
  return {
    name: "bare ws + pg",
    seat: (crowd, shown) => seat(Number(program.ready), crowd, shown),
    cpuMs: program.cpuMs,
    stop: program.stop,
  };
}

async function seat(port: number, crowd: Crowd, shown: (messageId: string, at: Place) => void): Promise<SeatedCrowd> {
  const ids = Array.from({ length: crowd.conversations }, () => newId<string>());
  const rows = await Promise.all(
    ids.map((id, conversation) =>
      Promise.all(
        Array.from({ length: crowd.members }, (_, member) =>
          connect(port, id, (messageId) => shown(messageId, { conversation, member })),
        ),
      ),
    ),
  );
  return {
    send({ conversation, member }, id, text) {
      const device = rows[conversation]?.[member];
      const conversationId = ids[conversation];
      if (!device || !conversationId) throw new Error("nobody sits there");
      return new Promise((resolve) => {
        device.kept.set(id, resolve);
        device.socket.send(JSON.stringify({ t: "send", id, conversationId, text } satisfies Said));
      });
    },
    async leave() {
      for (const device of rows.flat()) device.socket.terminate();
    },
  };
}

async function connect(port: number, conversationId: string, shown: (messageId: string) => void): Promise<Device> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  const kept = new Map<string, () => void>();
  await once(socket, "open");
  socket.send(JSON.stringify({ t: "join", conversationId } satisfies Said));
  await once(socket, "message");
  socket.on("message", (data) => {
    const heard = JSON.parse(String(data)) as Heard;
    if (heard.t === "message") shown(heard.id);
    else if (heard.t === "kept") {
      kept.get(heard.id)?.();
      kept.delete(heard.id);
    }
  });
  return { socket, kept };
}
