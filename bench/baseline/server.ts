// What Parley is measured against: as little as can be called a chat server. It keeps each message in PostgreSQL before
// it says so, and tells the conversation's sockets. It asks nobody who they are, numbers nothing, and whoever was away
// never hears what was said meanwhile. So it shows what the machine, Node, ws, pg and the disk give to begin with: what
// Parley takes longer is the price of all it does besides, and what it takes shorter comes from batching.
// Keep it this short and this honest: no batching, no tricks, and nothing made slow on purpose.
import pg from "pg";
import { type WebSocket, WebSocketServer } from "ws";

/** Client → server. */
export type Said =
  | { t: "join"; conversationId: string }
  | { t: "send"; id: string; conversationId: string; text: string };
/** Server → client: the sender's receipt, and what everybody else hears. */
export type Heard =
  | { t: "joined" | "kept"; id: string }
  | { t: "message"; id: string; conversationId: string; text: string };

const pool = new pg.Pool({ connectionString: process.argv[2], max: 16 });
pool.on("error", (error) => console.error(error.message));
await pool.query(`create table if not exists baseline_messages (
  id uuid primary key, conversation_id uuid not null, text text not null, created_at timestamptz not null default now())`);

const conversations = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });

server.on("connection", (socket) => {
  const joined = new Set<string>();
  socket.on("message", (data) => answer(socket, joined, JSON.parse(String(data)) as Said).catch(console.error));
  socket.on("close", () => {
    for (const id of joined) conversations.get(id)?.delete(socket);
  });
});

async function answer(socket: WebSocket, joined: Set<string>, said: Said) {
  if (said.t === "join") {
    const sockets = conversations.get(said.conversationId) ?? new Set();
    conversations.set(said.conversationId, sockets.add(socket));
    joined.add(said.conversationId);
    return tell(socket, { t: "joined", id: said.conversationId });
  }
  const { id, conversationId, text } = said;
  await pool.query("insert into baseline_messages (id, conversation_id, text) values ($1, $2, $3)", [
    id,
    conversationId,
    text,
  ]);
  const frame = JSON.stringify({ t: "message", id, conversationId, text } satisfies Heard);
  for (const other of conversations.get(conversationId) ?? []) if (other !== socket) other.send(frame);
  tell(socket, { t: "kept", id });
}

function tell(socket: WebSocket, message: Heard) {
  socket.send(JSON.stringify(message));
}

server.on("listening", () => {
  const address = server.address();
  if (address && typeof address !== "string") console.log(`ready ${address.port}`);
});
