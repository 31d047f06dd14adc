import { askApi } from "../sync/api/ask.ts";
import { type Courier, flushOutbox } from "../sync/outbox/flush.ts";
import { rememberedUserInDb } from "../sync/session/session-db.ts";
import { openExistingDb } from "../sync/store/db.ts";
import type { Touched } from "../sync/store/touched.ts";
import { uploadFiles } from "../sync/uploads/upload-files.ts";

const prefix = "parley";
/** For lanes that were told to wait: a browser ends a worker that stays longer than minutes. */
const patienceMs = 60_000;

/**
 * Sends what waits when no page is there to do it, files first where there are any. It takes the same locks as a
 * page. Throws while the server cannot be reached, so that the browser tries again.
 */
export async function sendOutbox(origin: string): Promise<void> {
  const userId = await rememberedUserInDb(prefix);
  if (!userId || userId === "signed-out") return;
  const db = await openExistingDb(`${prefix}:${userId}`);
  if (!db) return;
  const tabs = new BroadcastChannel(`${prefix}:${userId}`);
  const own = {
    db,
    userId,
    locks: navigator.locks,
    now: () => Date.now(),
    tell: (touched: Touched) => tabs.postMessage({ t: "touched", touched }),
  };
  const courier: Courier = {
    ...own,
    lockName: `${prefix}:outbox:${userId}`,
    async call(path, input) {
      const [answer] = await askApi(origin, "mutate", [{ path, input }]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const upload = () =>
    uploadFiles({
      ...own,
      lockName: `${prefix}:uploads:${userId}`,
      origin,
      fetch: (...request) => fetch(...request),
      tell(touched) {
        own.tell(touched);
        // A message leaves with the last of its files.
        if (touched.outbox) void flushOutbox(courier).catch(() => undefined);
      },
    });
  try {
    const until = Date.now() + patienceMs;
    for (;;) {
      const runs = [await flushOutbox(courier)];
      if (await db.count("uploads")) runs.push(await upload(), await flushOutbox(courier));
      const retryAt = Math.min(...runs.slice(-2).map((run) => run.retryAt ?? Infinity));
      if (runs.some((run) => run.stopped === "unreachable") || (retryAt > until && retryAt < Infinity))
        throw new Error("Not everything could be sent; the outbox waits.");
      if (retryAt === Infinity) return;
      await new Promise((resolve) => setTimeout(resolve, retryAt - Date.now()));
    }
  } finally {
    tabs.close();
    db.close();
  }
}
