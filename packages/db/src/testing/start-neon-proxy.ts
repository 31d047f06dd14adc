import { once } from "node:events";
import { connect } from "node:net";
import { createWebSocketStream, WebSocketServer } from "ws";

/** What Neon's proxy does, for a PostgreSQL that is here: each WebSocket becomes a connection to `url`. */
export async function startNeonProxy(url: string) {
  const { hostname, port } = new URL(url);
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
  server.on("connection", (socket) => {
    const far = connect(Number(port), hostname);
    const near = createWebSocketStream(socket);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const)
      one.pipe(other).on("error", () => one.destroy());
  });

  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the proxy has no port");
  return {
    /** The same database, by the Neon driver. */
    throughNeon: (database: string) => `${database}?driver=neon&wsproxy=127.0.0.1:${address.port}`,
    stop: async () => {
      for (const client of server.clients) client.terminate();
      server.close();
      await once(server, "close");
    },
  };
}
