import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { sendOutbox } from "./outbox.ts";
import { answerPicture, isPicture } from "./pictures.ts";

declare const self: ServiceWorkerGlobalScope;

/** Answered by the server, never by the shell. */
const serverPaths = [/^\/trpc\//, /^\/files\//, /^\/parties\//, /^\/health/, /^\/metrics/];

precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// The development server has no built shell to fall back on.
if (import.meta.env.PROD) registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: serverPaths }));
registerRoute(({ url, request, sameOrigin }) => sameOrigin && isPicture(url, request), ({ request }) => answerPicture(request));

self.addEventListener("message", (event) => {
  const { data } = event as ExtendableMessageEvent & { data: { type?: string } | null };
  // The page asks once its person has agreed to the new version.
  if (data?.type === "SKIP_WAITING") void self.skipWaiting();
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("sync", (event) => {
  const sync = event as ExtendableEvent & { tag: string };
  if (sync.tag === "outbox") sync.waitUntil(sendOutbox(self.location.origin));
});
