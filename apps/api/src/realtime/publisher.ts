import { limits, type Publication, type Scope } from "@parley/schema";
import type { Log } from "../log.ts";
import type { Metrics } from "../metrics.ts";
import { createHotRooms } from "./hot-rooms.ts";
import { signPublisher } from "./sign.ts";

/** After it a publish is given up: whoever missed it asks for it. */
const defaultDeadlineMs = 2_000;
const atOnce = 500;
const bytesAtOnce = limits.requestBytes / 4;
/** Beyond this the oldest are dropped: rooms that are away must not cost the API its memory. */
const queueLimit = 10_000;
/** A pass is signed anew when half of its minute is over. */
const renewPassMs = 30_000;

export type RoomsHost = { url: string; secret: string };
export type Publisher = { publish(publications: Publication[]): void; close(): Promise<void> };

type Waiting = { scope: Scope; text: string };
type Parts = {
  rooms: RoomsHost;
  hintsOnly: boolean;
  log: Log;
  metrics: Metrics;
  now(): Date;
  deadlineMs?: number | undefined;
};

/** Tells rooms what was committed: what gathers while one request is on its way shares the next. */
export function createPublisher({
  rooms,
  hintsOnly,
  log,
  metrics,
  now,
  deadlineMs = defaultDeadlineMs,
}: Parts): Publisher {
  const queue: Waiting[] = [];
  /** How many publications for a scope have not arrived by POST yet; a socket must not overtake them. */
  const underWay = new Map<Scope, number>();
  const held = new Map<Scope, string[]>();
  const signPass = createPass(rooms.secret, now);
  const hotRooms = createHotRooms({ rooms, log, signPass, now: () => now().getTime() });
  let flushing: Promise<void> | null = null;

  async function flush() {
    while (queue.length > 0) {
      const batch = queue.splice(0, countThatFits(queue));
      metrics.publishQueue.set(queue.length);
      const outcome = await post(batch);
      for (const { scope } of batch) settle(scope);
      metrics.publishes.inc({ outcome }, batch.length);
    }
    flushing = null;
  }

  async function post(batch: Waiting[]): Promise<"told" | "failed"> {
    const timer = metrics.publishSeconds.startTimer();
    try {
      const answer = await fetch(`${rooms.url}/parties/main/publish`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${await signPass()}` },
        body: `[${batch.map((it) => it.text).join(",")}]`,
        signal: AbortSignal.timeout(deadlineMs),
      });
      await answer.arrayBuffer();
      if (answer.ok) return "told";
      log.warn({ status: answer.status, publications: batch.length }, "the rooms refused a publish");
    } catch (error) {
      log.warn(
        { reason: error instanceof Error ? error.message : String(error), publications: batch.length },
        "a publish was lost",
      );
    } finally {
      timer();
    }
    return "failed";
  }

  function enqueue(publication: Publication) {
    const { scope } = publication;
    const text = JSON.stringify(forTheWire(publication, hintsOnly));
    hotRooms.warm(scope);
    if (underWay.has(scope) && hotRooms.isOpen(scope)) held.set(scope, [...(held.get(scope) ?? []), text]);
    else send(scope, text);
  }

  function send(scope: Scope, text: string) {
    if (!underWay.has(scope) && hotRooms.take(scope, text)) return metrics.publishes.inc({ outcome: "told" });
    queue.push({ scope, text });
    underWay.set(scope, (underWay.get(scope) ?? 0) + 1);
  }

  function settle(scope: Scope) {
    const left = (underWay.get(scope) ?? 1) - 1;
    if (left > 0) return void underWay.set(scope, left);
    underWay.delete(scope);
    const texts = held.get(scope) ?? [];
    held.delete(scope);
    for (const text of texts) send(scope, text);
  }

  return {
    publish(publications) {
      for (const publication of publications) enqueue(publication);
      const excess = queue.splice(0, Math.max(0, queue.length - queueLimit));
      for (const { scope } of excess) settle(scope);
      if (excess.length > 0) metrics.publishes.inc({ outcome: "dropped" }, excess.length);
      if (queue.length > 0) flushing ??= Promise.resolve().then(flush);
    },
    async close() {
      await flushing;
      hotRooms.close();
    },
  };
}

function createPass(secret: string, now: () => Date) {
  let pass: { token: string; renewAt: number } | null = null;
  return async () => {
    const time = now().getTime();
    if (!pass || pass.renewAt < time) pass = { token: await signPublisher(secret, now()), renewAt: time + renewPassMs };
    return pass.token;
  };
}

/** As many of the first as one request may carry. */
function countThatFits(queue: Waiting[]): number {
  let length = 0;
  for (const [count, { text }] of queue.entries()) {
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
