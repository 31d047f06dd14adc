import { askApi } from "../sync/api/ask.ts";
import { type Courier, flushOutbox } from "../sync/outbox/flush.ts";
import { rememberedUserInDb } from "../sync/session/session-db.ts";
import { openExistingDb } from "../sync/store/db.ts";

const prefix = "parley";
/** For lanes that were told to wait: a browser ends a worker that stays longer than minutes. */
const patienceMs = 60_000;

/**
 * Sends what waits when no page is there to do it. It takes the same lock as a page. Throws while the server cannot
 * be reached, so that the browser tries again.
 */
export async function sendOutbox(origin: string): Promise<void> {
  const userId = await rememberedUserInDb(prefix);
  if (!userId || userId === "signed-out") return;
  const db = await openExistingDb(`${prefix}:${userId}`);
  if (!db) return;
  const tabs = new BroadcastChannel(`${prefix}:${userId}`);
  try {
    const courier: Courier = {
      db,
      userId,
      locks: navigator.locks,
      lockName: `${prefix}:outbox:${userId}`,
      async call(path, input) {
        const [answer] = await askApi(origin, "mutate", [{ path, input }]);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      now: () => Date.now(),
      tell: (touched) => tabs.postMessage({ t: "touched", touched }),
    };
    const until = Date.now() + patienceMs;
    for (;;) {
      const { stopped, retryAt } = await flushOutbox(courier);
      if (stopped === "unreachable" || (retryAt && retryAt > until))
        throw new Error("Not everything could be sent; the outbox waits.");
      if (!retryAt) return;
      await new Promise((resolve) => setTimeout(resolve, retryAt - Date.now()));
    }
  } finally {
    tabs.close();
    db.close();
  }
}
