import { newId } from "@parley/schema";
import type { ChatServer, Crowd, Place } from "./chat-server.ts";
import { type Percentiles, percentilesOf, round } from "./percentiles.ts";

/**
 * Closed loop: `senders` people of each conversation write their next message when the last one is kept; what can be
 * kept is found. Open loop: `perSecond` messages over all, however long they take; what one waits is found.
 */
export type Load = Crowd & { seconds: number; warmUpSeconds: number } & ({ senders: number } | { perSecond: number });

export type Measured = {
  server: string;
  load: Load;
  messages: number;
  keptPerSecond: number;
  /** Sent → the server said that it is kept. */
  kept: Percentiles;
  /** Sent → on another member's device. */
  shown: Percentiles;
  /** Messages that had not reached everybody two seconds after the last one. */
  undelivered: number;
  failed: number;
  /** Processor time of the server (without PostgreSQL) for each message, in milliseconds. */
  cpuPerMessage: number;
};

type UnderWay = { sentAt: number; counts: boolean; left: number };

const patienceMs = 2_000;
const text = "Shall we meet at the ramen place by the station at half past twelve?";

/** Puts the load on the server and measures it; everything before the warm-up is over counts for nothing. */
export async function measure(server: ChatServer, load: Load): Promise<Measured> {
  const underWay = new Map<string, UnderWay>();
  const kept: number[] = [];
  const shown: number[] = [];
  let failed = 0;

  const crowd = await server.seat(load, (messageId) => {
    const message = underWay.get(messageId);
    if (!message) return;
    if (message.counts) shown.push(performance.now() - message.sentAt);
    if (--message.left === 0) underWay.delete(messageId);
  });

  const began = performance.now() + load.warmUpSeconds * 1_000;
  const ends = began + load.seconds * 1_000;
  let cpu = 0;
  const warm = setTimeout(() => (cpu = server.cpuMs()), load.warmUpSeconds * 1_000);

  async function send(from: Place) {
    const messageId = newId<string>();
    const sentAt = performance.now();
    const counts = sentAt >= began;
    underWay.set(messageId, { sentAt, counts, left: load.members - 1 });
    try {
      await crowd.send(from, messageId, text);
      if (counts) kept.push(performance.now() - sentAt);
    } catch (error) {
      // The first tells why; a thousand would tell no more.
      if (failed++ === 0) console.error(error);
      underWay.delete(messageId);
    }
  }

  await ("senders" in load ? closedLoop(load, ends, send) : openLoop(load, ends, send));
  clearTimeout(warm);
  const took = (performance.now() - began) / 1_000;
  const cpuPerMessage = round((server.cpuMs() - cpu) / Math.max(1, kept.length));
  await delivered(underWay);
  await crowd.leave();

  return {
    server: server.name,
    load,
    messages: kept.length,
    keptPerSecond: Math.round(kept.length / took),
    kept: percentilesOf(kept),
    shown: percentilesOf(shown),
    undelivered: underWay.size,
    failed,
    cpuPerMessage,
  };
}

async function closedLoop(load: Crowd & { senders: number }, ends: number, send: (from: Place) => Promise<void>) {
  const writers = Array.from({ length: load.conversations * load.senders }, async (_, place) => {
    const from = { conversation: place % load.conversations, member: Math.floor(place / load.conversations) };
    while (performance.now() < ends) await send(from);
  });
  await Promise.all(writers);
}

async function openLoop(load: Crowd & { perSecond: number }, ends: number, send: (from: Place) => Promise<void>) {
  const sending: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; performance.now() < ends; number++) {
    const due = began + (number / load.perSecond) * 1_000;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    sending.push(
      send({
        conversation: number % load.conversations,
        member: Math.floor(number / load.conversations) % load.members,
      }),
    );
  }
  await Promise.all(sending);
}

async function delivered(underWay: Map<string, unknown>) {
  const ends = performance.now() + patienceMs;
  while (underWay.size > 0 && performance.now() < ends) await new Promise((resolve) => setTimeout(resolve, 20));
}
