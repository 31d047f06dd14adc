import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export type Site = { url: string; host: string; asked: string[]; close(): void };

/** A web site on this machine: each of its pages says of itself what its path is. */
export async function startSite(title: string): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<html><head><title>${title} ${request.url}</title><meta name="description" content="Noodles by the harbour, every day from eleven.">
       <meta property="og:site_name" content="Harbour Noodles"></head></html>`,
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}`,
    host,
    asked,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
