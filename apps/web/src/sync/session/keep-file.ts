import { filesCache } from "./pictures-cache.ts";

/** Puts the bytes of a file where the service worker keeps those it has fetched: they are here before the server has them. */
export async function keepFile(path: string, blob: Blob): Promise<void> {
  const headers = { "content-type": blob.type, "content-length": String(blob.size) };
  await (await caches.open(filesCache)).put(path, new Response(blob, { headers }));
}
