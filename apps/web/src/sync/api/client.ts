import { createTRPCUntypedClient, httpBatchLink } from "@trpc/client";
import type { AnyRouter } from "@trpc/server";
import { toAppError } from "./errors.ts";
import type { Api } from "./types.ts";

const patienceMs = 20_000;

export type Call = (kind: "query" | "mutate", path: string, input: unknown) => Promise<unknown>;

/** One call by its path. Calls of the same moment travel as one request. */
export function createCall(origin: string, fetch: typeof globalThis.fetch): Call {
  const client = createTRPCUntypedClient<AnyRouter>({
    links: [
      httpBatchLink({
        url: `${origin}/trpc`,
        fetch: (url, init) => fetch(url, init as RequestInit),
        maxURLLength: 4_000,
        maxItems: 20,
      }),
    ],
  });
  return async (kind, path, input) => {
    const options = { signal: AbortSignal.timeout(patienceMs) };
    try {
      return await (kind === "query" ? client.query(path, input, options) : client.mutation(path, input, options));
    } catch (error) {
      throw toAppError(error);
    }
  };
}

/** The API by name: `api.messages.before.query({ … })`. */
export function createApi(call: Call): Api {
  return named([], (path, input) => call(path.at(-1) as "query" | "mutate", path.slice(0, -1).join("."), input)) as Api;
}

function named(path: string[], run: (path: string[], input: unknown) => Promise<unknown>): unknown {
  return new Proxy(() => undefined, {
    // `then` must stay absent, or awaiting a part of the API would call it.
    get: (_target, name) => (typeof name === "string" && name !== "then" ? named([...path, name], run) : undefined),
    apply: (_target, _this, [input]) => run(path, input),
  });
}
