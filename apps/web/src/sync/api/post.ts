import { AppError, type WireError } from "@parley/schema";

type Answer = { result?: { data?: unknown }; error?: { data?: { app?: WireError } } };

/** One mutation without the tRPC client: the service worker has no room for it. */
export async function postCall(origin: string, path: string, input: unknown): Promise<unknown> {
  const answer = await ask(origin, path, input).catch(() => null);
  if (answer?.result) return answer.result.data;
  const wire = answer?.error?.data?.app;
  throw wire
    ? new AppError(wire.code, wire.reason, wire.sentence, { retryAfter: wire.retryAfter })
    : new AppError("unavailable", "unavailable", "Parley cannot be reached right now.");
}

async function ask(origin: string, path: string, input: unknown): Promise<Answer> {
  const response = await fetch(`${origin}/trpc/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(20_000),
  });
  return (await response.json()) as Answer;
}
