import { sendOutbox } from "./outbox.ts";
import { answerPicture, isPicture } from "./pictures.ts";
import { receiveShared } from "./share.ts";
import { makeShell } from "./shell.ts";

declare const self: ServiceWorkerGlobalScope;

/** Answered by the server, never by the shell. */
const serverPaths = /^\/(trpc|files|parties|health|metrics)(\/|$)/;

const shell = makeShell(self.__WB_MANIFEST, self.location.origin);

self.addEventListener("install", (event) => event.waitUntil(shell.install()));
self.addEventListener("activate", (event) => event.waitUntil(shell.forgetOlder().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "POST" && url.pathname === "/share") return event.respondWith(receiveShared(request));
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isPicture(url, request)) return event.respondWith(answerPicture(event, url));
  // The development server has no built shell to fall back on.
  if (import.meta.env.PROD && !serverPaths.test(url.pathname)) event.respondWith(shell.answer(request));
});

self.addEventListener("message", (event) => {
  const data = event.data as { type?: string } | null;
  // The page asks once its person has agreed to the new version.
  if (data?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("sync", (event) => {
  const sync = event as ExtendableEvent & { tag: string };
  if (sync.tag === "outbox") sync.waitUntil(sendOutbox(self.location.origin));
});
