import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { languageOf } from "../accounts/language.ts";
import type { App, Context } from "../context.ts";
import { addressOf, originOf } from "./caller.ts";
import { sessionTokenIn } from "./session-cookie.ts";

/** The context of one request, whichever door it came in by. */
export function contextOf(app: App, request: IncomingMessage, response: ServerResponse): Context {
  const requestId = randomUUID();
  response.setHeader("x-request-id", requestId);
  return {
    ...app,
    requestId,
    address: addressOf(request, app.config),
    userAgent: (request.headers["user-agent"] ?? "").slice(0, 300),
    language: languageOf(request.headers["accept-language"]),
    origin: originOf(request, app.config),
    sessionToken: sessionTokenIn(request.headers.cookie),
    setCookie: (cookie) => response.appendHeader("set-cookie", cookie),
  };
}
