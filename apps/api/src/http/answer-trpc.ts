import type { IncomingMessage, ServerResponse } from "node:http";
import { AppError, limits } from "@parley/schema";
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from "@trpc/server";
import type { App, Context } from "../context.ts";
import { httpStatusOf, wireErrorOf } from "../errors.ts";
import { appRouter } from "../router.ts";
import { answerError } from "./answer-error.ts";
import { requireOwnOrigin } from "./caller.ts";
import { contextOf } from "./context-of.ts";
import { logFailure } from "./log-failure.ts";
import { readBody } from "./read-body.ts";

/** More calls than this in one request are not a batch but an attack. */
const callsAtOnce = 50;

type Call = { path: string; input: unknown };
type Answer = { status: number; retryAfter: number; body: { result: { data: unknown } } | { error: unknown } };

/**
 * Answers one (perhaps batched) tRPC request, by tRPC's HTTP rules: queries are GET with `?input=`, mutations are POST,
 * a batch is `a,b?batch=1` with its inputs by place. tRPC's own adapter spends more on each message than the whole of
 * our work, most of it on Request, Response and stream objects that a JSON answer has no use for.
 */
export async function answerTrpc(app: App, request: IncomingMessage, response: ServerResponse, path: string) {
  const context = contextOf(app, request, response);
  response.setHeader("cache-control", "no-store");
  try {
    const type = typeOf(request);
    if (type === "mutation") requireOwnOrigin(request, app.config);
    const { calls, isBatch } = await readCalls(request, path);
    const answers = await app.calls.during(() => Promise.all(calls.map((call) => answerCall(context, type, call))));
    send(response, answers, isBatch);
  } catch (error) {
    answerError(response, wireErrorOf(error, context.requestId));
  }
}

function typeOf({ method }: IncomingMessage): "query" | "mutation" {
  if (method === "GET") return "query";
  if (method === "POST") return "mutation";
  throw new AppError("bad_input", "bad_input", "Only GET and POST are answered here.");
}

async function readCalls(request: IncomingMessage, path: string): Promise<{ calls: Call[]; isBatch: boolean }> {
  const query = new URLSearchParams((request.url ?? "").split("?")[1] ?? "");
  const isBatch = query.get("batch") === "1";
  const text =
    request.method === "POST"
      ? (await readBody(request, limits.requestBytes)).toString("utf8")
      : (query.get("input") ?? "");
  const input = parse(text);
  if (!isBatch) return { calls: [{ path: decodeURIComponent(path), input }], isBatch };

  const paths = decodeURIComponent(path).split(",");
  if (paths.length > callsAtOnce)
    throw new AppError("bad_input", "bad_input", `Ask for at most ${callsAtOnce} things at once.`);
  const inputs = new Map(Object.entries(typeof input === "object" && input !== null ? input : {}));
  return { calls: paths.map((it, place) => ({ path: it, input: inputs.get(String(place)) })), isBatch };
}

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("bad_input", "bad_input", "The request could not be read.");
  }
}

async function answerCall(ctx: Context, type: "query" | "mutation", { path, input }: Call): Promise<Answer> {
  try {
    const data = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx,
      getRawInput: async () => input,
      input,
      signal: undefined,
      batchIndex: 0,
    });
    return { status: 200, retryAfter: 0, body: { result: { data } } };
  } catch (cause) {
    const error = getTRPCErrorFromUnknown(cause);
    const app = wireErrorOf(error, ctx.requestId);
    logFailure(ctx, error, path);
    const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx });
    return { status: httpStatusOf(app), retryAfter: app.retryAfter ?? 0, body: { error: shape } };
  }
}

/** A batch whose calls ended differently is 207, as tRPC's clients expect. */
function send(response: ServerResponse, answers: Answer[], isBatch: boolean) {
  const statuses = new Set(answers.map((it) => it.status));
  const retryAfter = Math.max(...answers.map((it) => it.retryAfter));
  if (retryAfter > 0) response.setHeader("retry-after", retryAfter);
  const bodies = answers.map((it) => it.body);
  const text = JSON.stringify(isBatch ? bodies : bodies[0]);
  response.writeHead(statuses.size === 1 ? (answers[0]?.status ?? 200) : 207, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
