import { type MessageId, newId } from "@parley/schema";
import { type ApiClient, createApiClient } from "./parley/api-client.ts";
import { enter } from "./parley/chat-server.ts";
import { writeHistory } from "./parley/history.ts";
import { addConversation, addPeople, cookieOf, type Person, type Seat } from "./parley/populate.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { type Watcher, watchReactions } from "./parley/watch-reactions.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { median, type Percentiles, percentilesOf } from "./support/percentiles.ts";

const members = 256;
const storms = 3;
const lanes = 32;
const emoji = ["👍", "❤️", "🎉", "😂", "🔥", "👀"];
/** Of two who talk elsewhere meanwhile. */
const words = { everyMs: 20, calm: 100 };

type Storm = { allKept: number; allSee: number; pulls: number };
type Talk = { kept: Percentiles; shown: Percentiles };

/** A whole group reacts to one message at once: until everyone sees the final counts, and what others feel of it. */
export const reactions: Benchmark = {
  name: "reactions",
  async run() {
    const site = await startSite();
    try {
      const measured = await measure(site);
      return { tables: [{ title: `${members} people react to one message`, rows: rowsOf(measured) }], measured };
    } finally {
      await site.stop();
    }
  },
};

async function measure(site: Site) {
  const api = createApiClient(site.port);
  const talkers = await addTalkers(site);
  const calm = await talk(site, api, talkers, (sent) => sent >= words.calm);
  const results: Storm[] = [];
  const meanwhile: Talk[] = [];
  for (let n = 0; n < storms; n++) {
    const crowd = await addCrowd(site);
    const entered = await enterAll(site, api, crowd);
    let isOver = false;
    const storm = react(api, crowd, entered).finally(() => {
      isOver = true;
    });
    const felt = await talk(site, api, talkers, () => isOver);
    results.push(await storm);
    meanwhile.push(felt);
  }
  api.close();
  return { storms: results, calm, meanwhile };
}

function rowsOf({ storms, calm, meanwhile }: Awaited<ReturnType<typeof measure>>) {
  const felt = median(meanwhile.map((it) => it.shown.p95));
  return [
    plain("until all of the reactions are kept, median", median(storms.map((it) => it.allKept))),
    against("until every one of them sees the final counts, median", median(storms.map((it) => it.allSee)), 2_000),
    plain("the slowest", Math.max(...storms.map((it) => it.allSee))),
    plain("pulls by devices that missed something, each storm", median(storms.map((it) => it.pulls)), ""),
    plain("a message elsewhere until the other has it, nothing else going on, p95", calm.shown.p95),
    plain("the same meanwhile, p95", felt),
    against("times as long", felt / calm.shown.p95, 10, "×"),
    plain("a message elsewhere until it is kept, nothing else going on, p95", calm.kept.p95),
    plain("the same meanwhile, p95", median(meanwhile.map((it) => it.kept.p95))),
  ];
}

/** A group of people who are all online, with a message of one of them. */
async function addCrowd({ db }: Site): Promise<Seat[]> {
  const people = await addPeople(db, members);
  const conversationId = await addConversation(db, people, "Everyone");
  await writeHistory(db, [conversationId], 1);
  await db
    .updateTable("users")
    .set({ online_until: new Date(Date.now() + 3_600_000) })
    .where(
      "id",
      "in",
      people.map((it) => it.userId),
    )
    .execute();
  return people.map((it) => ({ ...it, conversationId }));
}

async function addTalkers({ db }: Site): Promise<[Seat, Seat]> {
  const people = (await addPeople(db, 2)) as [Person, Person];
  const conversationId = await addConversation(db, people, "Lunch");
  return people.map((it) => ({ ...it, conversationId })) as [Seat, Seat];
}

type Entered = { watchers: Watcher[]; messageId: string; allSee: Promise<number> };

/** Everyone looks at the message; `allSee` is when the last of them has seen that all have reacted. */
async function enterAll({ db, port }: Site, api: ApiClient, crowd: Seat[]): Promise<Entered> {
  const { id: messageId, rev } = await db
    .selectFrom("messages")
    .select(["id", "rev"])
    .where("conversation_id", "=", crowd[0]!.conversationId)
    .executeTakeFirstOrThrow();
  const { promise: allSee, resolve } = Promise.withResolvers<number>();
  const seeing = new Set<Seat>();
  const watchers: Watcher[] = [];
  const left = [...crowd];
  const lane = async () => {
    for (let seat = left.pop(); seat; seat = left.pop()) {
      const one = seat;
      const sees = (count: number) => {
        if (count === crowd.length) seeing.add(one);
        if (seeing.size === crowd.length) resolve(performance.now());
      };
      watchers.push(await watchReactions(port, api, one, rev, sees));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { watchers, messageId, allSee };
}

async function react(api: ApiClient, crowd: Seat[], { watchers, messageId, allSee }: Entered): Promise<Storm> {
  const started = performance.now();
  const one = (seat: Seat, place: number) => {
    const { conversationId } = seat;
    const input = { conversationId, messageId, emoji: emoji[place % emoji.length], isOn: true };
    return api.mutate("messages.react", cookieOf(seat), input);
  };
  await Promise.all(crowd.map(one));
  const allKept = performance.now() - started;
  const seenAt = await allSee;
  for (const { socket } of watchers) socket.terminate();
  return { allKept, allSee: seenAt - started, pulls: watchers.reduce((sum, it) => sum + it.pulls(), 0) };
}

/** Two who write elsewhere, at a steady pace until `isOver`. */
async function talk(
  { port }: Site,
  api: ApiClient,
  [from, to]: [Seat, Seat],
  isOver: (sent: number) => boolean,
): Promise<Talk> {
  const sentAt = new Map<string, number>();
  const shown: number[] = [];
  const kept: number[] = [];
  const since = (id: string) => performance.now() - (sentAt.get(id) ?? 0);
  const socket = await enter(port, api, to, (id) => shown.push(since(id)));
  const sends: Promise<unknown>[] = [];
  while (!isOver(sends.length)) {
    const messageId = newId<MessageId>();
    const message = { conversationId: from.conversationId, messageId, text: "See you at noon?" };
    sentAt.set(messageId, performance.now());
    sends.push(api.mutate("messages.send", cookieOf(from), message).then(() => kept.push(since(messageId))));
    await pause(words.everyMs);
  }
  await Promise.all(sends);
  for (let waited = 0; shown.length < sends.length && waited < 5_000; waited += 50) await pause(50);
  socket.terminate();
  return { kept: percentilesOf(kept), shown: percentilesOf(shown) };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
