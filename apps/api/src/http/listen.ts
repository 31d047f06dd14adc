import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { limits } from "@parley/schema";
import type { App } from "../context.ts";
import { wireErrorOf } from "../errors.ts";
import { answerError } from "./answer-error.ts";
import { answerStatic } from "./answer-static.ts";
import { answerTrpc } from "./answer-trpc.ts";
import { originOf } from "./caller.ts";
import { forwardToRooms } from "./forward-rooms.ts";
import { createRoutes, routedFolders } from "./routes.ts";
import { setSecurityHeaders } from "./security-headers.ts";
import type { StaticFiles } from "./static-files.ts";

const firstPort = 3000;
const portsTried = 20;
const patienceMs = 5_000;
/** Longer than proxies keep a connection to us: who closes first while the other sends loses a request. */
const idleMs = 75_000;
/** How long a body may take: a piece of a file over a slow line, and anything else. */
const uploadMs = 900_000;
const bodyMs = 30_000;

export type Listening = {
  port: number;
  /** Takes nothing new, and waits for the answers that are being made; sockets stay. */
  settle(): Promise<void>;
  /** Ends every connection that is left. */
  drop(): Promise<void>;
};

/** Opens the one port that everything is reached by. */
export async function listen(app: App, files: StaticFiles): Promise<Listening> {
  const answer = createAnswer(app, files);
  const answering = new Set<ServerResponse>();
  const forwarded = new Set<Duplex>();
  let isSettling = false;
  let settled = () => {};

  const timeouts = { requestTimeout: uploadMs, headersTimeout: 10_000, keepAliveTimeout: idleMs };
  const server = createServer(timeouts, (request, response) => {
    if (isSettling) response.setHeader("connection", "close");
    answering.add(response);
    response.once("close", () => {
      answering.delete(response);
      if (isSettling && answering.size === 0) settled();
    });
    answer(request, response).catch((error: unknown) => {
      app.log.error(
        {
          name: error instanceof Error ? error.name : "Error",
          stack: error instanceof Error ? error.stack : undefined,
        },
        "an answer failed",
      );
      if (response.headersSent) response.destroy();
      else answerError(response, wireErrorOf(error));
    });
  });
  server.on("upgrade", (request, socket, head) => {
    forwarded.add(socket);
    socket.once("close", () => forwarded.delete(socket));
    forwardToRooms(app, request, socket, head);
  });
  const port = await openPort(server, app.config.host, app.config.port);
  let closed: Promise<unknown> = Promise.resolve();

  return {
    port,
    async settle() {
      isSettling = true;
      closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const idle = new Promise<void>((resolve) => (settled = resolve));
      if (answering.size > 0) await Promise.race([idle, wait(patienceMs, undefined, { ref: false })]);
    },
    async drop() {
      // The server does not count upgraded sockets among its connections, and yet waits for them.
      for (const socket of forwarded) socket.destroy();
      server.closeAllConnections();
      await closed;
    },
  };
}

function createAnswer(app: App, files: StaticFiles) {
  const routes = getRequestListener(createRoutes(app).fetch, { overrideGlobalObjects: false });

  return async function answer(request: IncomingMessage, response: ServerResponse) {
    setSecurityHeaders(response, originOf(request, app.config));
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (path.startsWith("/trpc/")) {
      endWhenSlow(request);
      return answerTrpc(app, request, response, path.slice("/trpc/".length));
    }
    if (!path.startsWith("/files/uploads/")) endWhenSlow(request);
    const folder = path.split("/", 2)[1] ?? "";
    if (Number(request.headers["content-length"] ?? 0) > mostBytes(folder, path)) {
      return answerError(response, { code: "too_large", reason: "too_large", sentence: "That is too large." });
    }
    if (routedFolders.has(folder)) return routes(request, response);
    return answerStatic(files, app.config, request, response, decodePath(path));
  };
}

/** Nobody keeps a connection by sending a body a byte at a time. */
function endWhenSlow(request: IncomingMessage) {
  if (!request.headers["content-length"] && !request.headers["transfer-encoding"]) return;
  const timer = setTimeout(() => request.destroy(), bodyMs).unref();
  const settle = () => clearTimeout(timer);
  request.once("end", settle).once("close", settle);
}

function mostBytes(folder: string, path: string): number {
  if (path.startsWith("/files/uploads/")) return limits.fileBytes;
  return folder === "files" ? limits.avatarBytes : limits.requestBytes;
}

/** The port asked for; with none asked for, the first free one from 3000 on. */
async function openPort(server: Server, host: string, asked: number | null): Promise<number> {
  if (asked !== null) return tryPort(server, host, asked);
  for (let port = firstPort; port < firstPort + portsTried; port++) {
    try {
      return await tryPort(server, host, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  return tryPort(server, host, 0);
}

function tryPort(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function decodePath(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
