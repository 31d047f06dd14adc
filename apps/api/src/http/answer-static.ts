import type { IncomingMessage, ServerResponse } from "node:http";
import type { Config } from "../config.ts";
import { originOf } from "./caller.ts";
import { contentSecurityPolicy } from "./security-headers.ts";
import type { StaticFile, StaticFiles } from "./static-files.ts";

/** A file of the web app; for an address of a screen, the page itself. */
export async function answerStatic(
  files: StaticFiles,
  config: Config,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return answerText(response, 405, "Only reading is possible here.");
  const file =
    (await files.find(path === "/" ? "/index.html" : path)) ??
    (isScreen(path) ? await files.find("/index.html") : null);
  if (!file) return answerText(response, 404, "There is nothing here.");

  response.setHeader("content-security-policy", contentSecurityPolicy(originOf(request, config), config));
  response.setHeader("cache-control", file.cache);
  response.setHeader("etag", file.etag);
  response.setHeader("vary", "accept-encoding");
  if (request.headers["if-none-match"] === file.etag) {
    response.statusCode = 304;
    return void response.end();
  }
  const { encoding, body } = bodyFor(file, String(request.headers["accept-encoding"] ?? ""));
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("content-type", file.type);
  response.setHeader("content-length", body.length);
  response.end(request.method === "HEAD" ? undefined : body);
}

export function answerText(response: ServerResponse, status: number, text: string) {
  response.statusCode = status;
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.end(text);
}

// A screen's address has no extension; a missing script must stay a 404, or an old tab would run a page as code.
// A person's link has their username in it, which may well have a dot.
const isScreen = (path: string) => path.startsWith("/u/") || !/\.\w{1,12}$/.test(path);

function bodyFor({ bodies }: StaticFile, accepted: string) {
  if (bodies.br && /\bbr\b/.test(accepted)) return { encoding: "br", body: bodies.br };
  if (bodies.gzip && /\bgzip\b/.test(accepted)) return { encoding: "gzip", body: bodies.gzip };
  return { encoding: null, body: bodies.identity };
}
