import type { Page, WebSocket } from "playwright-core";

/** The rooms this page is connected to now. Must be called before the page opens any. */
export function watchRooms(page: Page): () => string[] {
  const open = new Set<WebSocket>();
  // A document that is left takes its sockets along without a word.
  page.on("request", (it) => {
    if (it.isNavigationRequest() && it.frame() === page.mainFrame()) open.clear();
  });
  page.on("websocket", (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  return () => [...open].map((it) => new URL(it.url()).pathname).filter((it) => it.startsWith("/parties/"));
}
