import { Worker } from "node:worker_threads";
import type { QueryOptions, Results } from "@electric-sql/pglite";
import type { Lite, LiteTransaction } from "./lite.ts";
import { type Answered, errorOf, type Question } from "./thread-messages.ts";

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

/** Starts PGlite on the folder in a thread, and answers with what stands for it here. */
export async function startThread(folder: string): Promise<Lite> {
  const worker = new Worker(new URL("./thread.ts", import.meta.url), { workerData: folder, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let failure: Error | undefined;

  const opened = new Promise((resolve, reject) => waiting.set(0, { resolve, reject }));
  worker.on("message", (message: Answered) => {
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if ("failure" in message) asker?.reject(errorOf(message.failure));
    else asker?.resolve(message.answer);
  });
  worker.on("error", (error) => end(error));
  worker.on("exit", () => end(new Error("The database is closed.")));

  function end(error: Error) {
    failure ??= error;
    for (const asker of waiting.values()) asker.reject(failure);
    waiting.clear();
  }

  /** The type is what the thread's PGlite answers to that question. */
  function ask<Answer>(question: Question) {
    return new Promise<Answer>((resolve, reject) => {
      if (failure) return reject(failure);
      const id = ++asked;
      waiting.set(id, { resolve: (answer) => resolve(answer as Answer), reject });
      worker.postMessage({ id, ...question });
    });
  }

  function statements(tx?: number) {
    return {
      query: <Row>(text: string, values?: unknown[], options?: QueryOptions) =>
        ask<Results<Row>>({ ask: "query", text, values, rowMode: options?.rowMode, tx }),
      exec: (text: string) => ask<Results[]>({ ask: "exec", text, tx }),
    };
  }

  async function transaction<T>(work: (tx: LiteTransaction) => Promise<T>) {
    const tx = await ask<number>({ ask: "begin" });
    let isOpen = true;
    const rollback = async () => {
      isOpen = false;
      await ask({ ask: "rollback", tx });
    };
    try {
      const result = await work({ ...statements(tx), rollback });
      if (isOpen) await ask({ ask: "commit", tx });
      return result;
    } catch (error) {
      // The caller must hear why the work failed, not that the thread went with it.
      if (isOpen) await rollback().catch(() => {});
      throw error;
    }
  }

  await opened;
  return {
    ...statements(),
    transaction,
    ready: true,
    waitReady: Promise.resolve(),
    get closed() {
      return failure !== undefined;
    },
    close: async () => {
      if (failure) return;
      await ask({ ask: "close" });
      end(new Error("The database is closed."));
      await worker.terminate();
    },
  };
}
