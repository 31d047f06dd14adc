import { type Asked, askApi, type Kind, urlOf } from "./ask.ts";
import type { Api } from "./types.ts";

const most = { calls: 20, url: 4_000 };

export type Call = (kind: Kind, path: string, input: unknown) => Promise<unknown>;

type Waiting = Asked & { resolve(answer: unknown): void; reject(error: Error): void };

/** One call by its path. Calls of the same moment travel as one request; each throws an AppError of its own. */
export function createCall(origin: string, fetch: typeof globalThis.fetch): Call {
  const queues: Record<Kind, Waiting[]> = { query: [], mutate: [] };

  function leave(kind: Kind) {
    while (queues[kind].length > 0) void send(kind, takeBatch(kind));
  }

  function takeBatch(kind: Kind): Waiting[] {
    const queue = queues[kind];
    let size = 1;
    const fits = () => size < most.calls && urlOf(origin, kind, queue.slice(0, size + 1)).length <= most.url;
    while (size < queue.length && fits()) size++;
    return queue.splice(0, size);
  }

  async function send(kind: Kind, batch: Waiting[]) {
    const answers = await askApi(origin, kind, batch, fetch);
    for (const [place, { resolve, reject }] of batch.entries()) {
      const answer = answers[place];
      if (answer instanceof Error) reject(answer);
      else resolve(answer);
    }
  }

  return (kind, path, input) =>
    new Promise((resolve, reject) => {
      if (queues[kind].length === 0) setTimeout(leave, 0, kind);
      queues[kind].push({ path, input, resolve, reject });
    });
}

/** The API by name: `api.messages.before.query({ … })`. */
export function createApi(call: Call): Api {
  return named([], (path, input) => call(path.at(-1) as Kind, path.slice(0, -1).join("."), input)) as Api;
}

function named(path: string[], run: (path: string[], input: unknown) => Promise<unknown>): unknown {
  return new Proxy(() => undefined, {
    // `then` must stay absent, or awaiting a part of the API would call it.
    get: (_target, name) => (typeof name === "string" && name !== "then" ? named([...path, name], run) : undefined),
    apply: (_target, _this, [input]) => run(path, input),
  });
}
