import type { AddressInfo } from "node:net";
import { createServer } from "node:net";

/** A port nobody listens on, and that Chromium does not block (those are all below 11,000). */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await anyPort();
    if (port > 11_000) return port;
  }
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
