import { filesCache, picturesCache } from "../sync/session/pictures-cache.ts";

const mostPictures = 400;
/** Of one file of a message: longer ones are only passed on. */
const mostBytes = 10_000_000;

/**
 * Pictures of people, and what messages hold: neither ever changes under its address. A part of a film goes past the
 * cache, which has only wholes; a download goes to the disk anyway.
 */
export function isPicture({ pathname }: URL, { headers }: Request): boolean {
  return /^\/files\/(avatars\/|attachments\/.*(small|large|original)$)/.test(pathname) && !headers.has("range");
}

/** From the device when it is there; kept when it is not. Of people the oldest go when there are too many. */
export async function answerPicture(event: FetchEvent, url: URL): Promise<Response> {
  const isFile = url.pathname.startsWith("/files/at");
  const cache = await caches.open(isFile ? filesCache : picturesCache);
  // The ticket is only the way to it.
  const key = url.origin + url.pathname + (isFile ? "" : url.search);
  const kept = await cache.match(key);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.status === 200 && Number(answer.headers.get("content-length")) <= mostBytes)
    event.waitUntil(
      cache.put(key, answer.clone()).then(async () => {
        if (isFile) return;
        const keys = await cache.keys();
        await Promise.all(keys.slice(0, Math.max(0, keys.length - mostPictures)).map((it) => cache.delete(it)));
      }),
    );
  return answer;
}
