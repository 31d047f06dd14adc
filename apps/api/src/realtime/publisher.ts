import { limits, type Publication } from "@parley/schema";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { signPublisher } from "./sign.ts";

const deadlineMs = 2_000;
const atOnce = 500;
const bytesAtOnce = limits.requestBytes / 4;
/** Beyond this the oldest are dropped: rooms that are away must not cost the API its memory. */
const queueLimit = 10_000;
/** A pass is signed anew when half of its minute is over. */
const renewPassMs = 30_000;

export type RoomsHost = { url: string; secret: string };
export type Publisher = { publish(publications: Publication[]): void; close(): Promise<void> };

type Parts = { rooms: RoomsHost; hintsOnly: boolean; log: Log; metrics: Metrics; now(): Date };

/** Tells rooms what was committed: what gathers while one request is on its way shares the next. */
export function createPublisher({ rooms, hintsOnly, log, metrics, now }: Parts): Publisher {
  const queue: string[] = [];
  let flushing: Promise<void> | null = null;
  let pass: { token: string; renewAt: number } | null = null;

  async function flush() {
    while (queue.length > 0) {
      const batch = queue.splice(0, countThatFits(queue));
      metrics.publishQueue.set(queue.length);
      const outcome = await post(batch);
      metrics.publishes.inc({ outcome }, batch.length);
    }
    flushing = null;
  }

  async function post(batch: string[]): Promise<"told" | "failed"> {
    const timer = metrics.publishSeconds.startTimer();
    try {
      const answer = await fetch(`${rooms.url}/parties/main/publish`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await currentPass()}` },
        body: `[${batch.join(",")}]`,
        signal: AbortSignal.timeout(deadlineMs),
      });
      await answer.arrayBuffer();
      if (answer.ok) return "told";
      log.warn({ status: answer.status, publications: batch.length }, "the rooms refused a publish");
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message : String(error), publications: batch.length }, "a publish was lost");
    } finally {
      timer();
    }
    return "failed";
  }

  async function currentPass() {
    const time = now().getTime();
    if (!pass || pass.renewAt < time) pass = { token: await signPublisher(rooms.secret, now()), renewAt: time + renewPassMs };
    return pass.token;
  }

  return {
    publish(publications) {
      for (const publication of publications) queue.push(JSON.stringify(forTheWire(publication, hintsOnly)));
      const excess = queue.length - queueLimit;
      if (excess > 0) metrics.publishes.inc({ outcome: "dropped" }, queue.splice(0, excess).length);
      flushing ??= Promise.resolve().then(flush);
    },
    close: async () => flushing ?? undefined,
  };
}

/** As many of the first as one request may carry. */
function countThatFits(queue: string[]): number {
  let length = 0;
  for (const [count, text] of queue.entries()) {
    length += text.length + 1;
    if (count === atOnce || (count > 0 && length > bytesAtOnce)) return count;
  }
  return queue.length;
}

/** Content that is large, or that must not pass through the rooms, is announced by its rev instead of carried. */
export function forTheWire(publication: Publication, hintsOnly: boolean): Publication {
  if (!("tell" in publication) || publication.tell.t !== "changes") return publication;
  const { scope, rev } = publication.tell.changes;
  const isCarried = !hintsOnly && JSON.stringify(publication.tell).length <= limits.publishInlineBytes;
  return isCarried ? publication : { scope, tell: { t: "announce", scope, rev } };
}
