import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** The harmless test file that every scanner knows, put together here so that none finds it in this source. */
export const eicar = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/** A peer that speaks as clamd does, over TCP, and knows one signature. */
export async function startClamd(port = 0) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let bytes = Buffer.alloc(0);
    socket.on("data", (data: Buffer) => {
      bytes = Buffer.concat([bytes, data]);
      const stream = streamIn(bytes);
      if (stream) socket.end(`stream: ${stream.includes(eicar) ? "Eicar-Test-Signature FOUND" : "OK"}\0`);
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** The whole of a stream that was sent by INSTREAM; null until its end is there. */
function streamIn(bytes: Buffer): Buffer | null {
  const command = "zINSTREAM\0";
  if (!bytes.subarray(0, command.length).equals(Buffer.from(command))) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
