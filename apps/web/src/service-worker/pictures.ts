import { picturesCache } from "../sync/session/pictures-cache.ts";

const mostPictures = 400;

/** Pictures of people never change under their address. */
export function isPicture(url: URL, request: Request): boolean {
  return request.method === "GET" && url.pathname.startsWith("/files/avatars/");
}

/** From the device when it is there; kept when it is not. The oldest go when there are too many. */
export async function answerPicture(request: Request): Promise<Response> {
  const cache = await caches.open(picturesCache);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - mostPictures)).map((key) => cache.delete(key)));
  }
  return answer;
}
