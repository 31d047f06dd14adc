import { AppError, type WireError } from "@parley/schema";

export type Kind = "query" | "mutate";
export type Asked = { path: string; input: unknown };
type Answer = { result?: { data?: unknown }; error?: { data?: { app?: WireError } } };

const patienceMs = 20_000;

/**
 * One request to the API with one or more calls of a kind, by tRPC's rules for HTTP: queries are GET with `?input=`,
 * mutations POST, several are `a,b?batch=1` with their inputs by place. Answers, or an AppError, for each.
 */
export async function askApi(
  origin: string,
  kind: Kind,
  calls: Asked[],
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<unknown[]> {
  const answers = await request(urlOf(origin, kind, calls), kind === "mutate" ? inputOf(calls) : undefined, fetch);
  return calls.map((_, place) => resultOf(Array.isArray(answers) ? answers[place] : answers));
}

export function urlOf(origin: string, kind: Kind, calls: Asked[]): string {
  const query = new URLSearchParams();
  if (calls.length > 1) query.set("batch", "1");
  if (kind === "query") query.set("input", inputOf(calls));
  return `${origin}/trpc/${calls.map((it) => it.path).join(",")}?${query}`;
}

const inputOf = (calls: Asked[]): string =>
  JSON.stringify(calls.length > 1 ? { ...calls.map((it) => it.input ?? {}) } : (calls[0]?.input ?? {}));

async function request(
  url: string,
  body: string | undefined,
  fetch: typeof globalThis.fetch,
): Promise<Answer | Answer[] | undefined> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    // Mails are written in the language of the screen.
    const { document } = globalThis as { document?: { documentElement: { lang: string } } };
    const language = document?.documentElement.lang;
    const headers: HeadersInit = language ? { "accept-language": language } : {};
    const post = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body };
    return await (await fetch(url, { signal, headers, ...(body !== undefined && post) })).json();
  } catch {
    return undefined;
  }
}

/** Whatever went wrong on the way to the API and back is the one kind of error that screens know. */
function resultOf(answer: Answer | undefined): unknown {
  if (answer?.result) return answer.result.data;
  const wire = answer?.error?.data?.app;
  return wire
    ? new AppError(wire.code, wire.reason, wire.sentence, { retryAfter: wire.retryAfter })
    : new AppError("unavailable", "unavailable", "Parley cannot be reached right now.");
}
