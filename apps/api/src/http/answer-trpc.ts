import type { IncomingMessage, ServerResponse } from "node:http";
import { limits } from "@parley/schema";
import { nodeHTTPRequestHandler } from "@trpc/server/adapters/node-http";
import type { App } from "../context.ts";
import { wireErrorOf } from "../errors.ts";
import { appRouter } from "../router.ts";
import { answerError } from "./answer-error.ts";
import { requireOwnOrigin } from "./caller.ts";
import { contextOf } from "./context-of.ts";
import { logFailure } from "./log-failure.ts";
import { readBody } from "./read-body.ts";

type WithBody = IncomingMessage & { body?: string };

/** Answers one (perhaps batched) tRPC request. */
export async function answerTrpc(app: App, request: WithBody, response: ServerResponse, path: string) {
  const context = contextOf(app, request, response);
  response.setHeader("cache-control", "no-store");
  try {
    if (request.method === "POST") {
      requireOwnOrigin(request, app.config);
      request.body = (await readBody(request, limits.requestBytes)).toString("utf8");
    }
  } catch (error) {
    return answerError(response, wireErrorOf(error, context.requestId));
  }
  await nodeHTTPRequestHandler({
    router: appRouter,
    req: request,
    res: response,
    path,
    createContext: async () => context,
    onError: ({ error, path: procedure }) => logFailure(context, error, procedure ?? "unknown"),
    responseMeta({ errors }) {
      const waits = errors.map((error) => wireErrorOf(error).retryAfter ?? 0);
      const longest = Math.max(0, ...waits);
      return longest > 0 ? { headers: { "retry-after": String(longest) } } : {};
    },
  });
}
