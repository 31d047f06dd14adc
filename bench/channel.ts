import { type ConversationId, newId } from "@parley/schema";
import { sql } from "kysely";
import type { WebSocket } from "ws";
import { type ApiClient, createApiClient } from "./parley/api-client.ts";
import { enter } from "./parley/chat-server.ts";
import { addConversation, addPeople, cookieOf, type Person } from "./parley/populate.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { type Percentiles, percentilesOf } from "./support/percentiles.ts";

const subscribers = 100_000;
const online = 2_000;
const posts = 30;
const lanes = 32;

type Measured = {
  /** From asking to post until the server says it is kept. */
  direct: Percentiles;
  channel: Percentiles;
  /** From asking to post until the last of those online has it. */
  untilAllHaveIt: Percentiles;
};

/** A post to very many: what it costs who posts, and how long it is until everyone who is online has it. */
export const channel: Benchmark = {
  name: "channel",
  async run() {
    const site = await startSite();
    try {
      const measured = await measure(site);
      return { tables: [{ title: "Channel fan-out", rows: rowsOf(measured) }], measured };
    } finally {
      await site.stop();
    }
  },
};

function rowsOf({ direct, channel: posting, untilAllHaveIt }: Measured) {
  return [
    plain("subscribers in the database", subscribers, ""),
    plain("of these online, in the channel's room", online, ""),
    plain("a message to one person, until it is kept, p50", direct.p50),
    against("a post to the channel, until it is kept, p50", posting.p50, Math.round(Math.max(20, direct.p50 * 3))),
    plain("a message to one person, until it is kept, p99", direct.p99),
    plain("a post to the channel, until it is kept, p99", posting.p99),
    plain("a post to the channel, until all who are online have it, p50", untilAllHaveIt.p50),
    plain("a post to the channel, until all who are online have it, p99", untilAllHaveIt.p99),
  ];
}

async function measure(site: Site): Promise<Measured> {
  const api = createApiClient(site.port);
  const listeners = await addListeners(site);
  const [alice, bob] = (await addPeople(site.db, 2)) as [Person, Person];
  const direct = await addConversation(site.db, [alice, bob], "Lunch");
  const news = await addChannel(site, alice, listeners);

  const awaited = new Map<string, { left: number; done(): void }>();
  const hear = (messageId: string) => {
    const it = awaited.get(messageId);
    if (it && --it.left === 0) it.done();
  };
  const sockets = await enterAll(site, api, listeners, news, hear);

  const toOne = await timeMany(api, alice, direct, () => Promise.resolve());
  const reached: number[] = [];
  const toMany = await timeMany(api, alice, news, (messageId, started) => {
    return new Promise<void>((resolve) => {
      const done = () => {
        reached.push(performance.now() - started);
        resolve();
      };
      awaited.set(messageId, { left: sockets.length, done });
    });
  });
  for (const socket of sockets) socket.terminate();
  api.close();
  return {
    direct: percentilesOf(toOne),
    channel: percentilesOf(toMany),
    untilAllHaveIt: percentilesOf(reached),
  };
}

/** Those who are online have accounts and sessions; the others are rows. */
async function addListeners({ db }: Site): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < online) people.push(...(await addPeople(db, 500)));
  await db
    .updateTable("users")
    .set({ online_until: new Date(Date.now() + 3_600_000) })
    .execute();
  await sql`insert into users (id, username, username_key, display_name)
    select gen_random_uuid(), 'quiet' || n, 'quiet' || n, 'Someone' from generate_series(1, ${subscribers - online}::int) n`.execute(
    db,
  );
  return people;
}

async function addChannel({ db }: Site, owner: Person, listeners: Person[]): Promise<ConversationId> {
  const id = await addConversation(db, [owner, ...listeners.slice(0, 1)], "News");
  await sql`insert into members (conversation_id, user_id, role, rev)
    select ${id}, id, 'member', 1 from users where id <> ${owner.userId} on conflict do nothing`.execute(db);
  await sql`update members set role = 'owner' where conversation_id = ${id} and user_id = ${owner.userId}`.execute(db);
  await sql`update conversations set kind = 'channel', member_count = ${subscribers} where id = ${id}`.execute(db);
  await sql`analyze members, users, conversations`.execute(db);
  return id;
}

async function enterAll(
  { port }: Site,
  api: ApiClient,
  people: Person[],
  conversationId: ConversationId,
  hear: (messageId: string) => void,
): Promise<WebSocket[]> {
  const sockets: WebSocket[] = [];
  const left = [...people];
  const lane = async () => {
    for (let it = left.pop(); it; it = left.pop())
      sockets.push(await enter(port, api, { ...it, conversationId }, hear));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return sockets;
}

/** One after the other, with time between for what follows a message, so that only its own cost is measured. */
async function timeMany(
  api: ApiClient,
  from: Person,
  conversationId: ConversationId,
  until: (messageId: string, started: number) => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < posts; n++) {
    const messageId = newId<string & { readonly __id: "message" }>();
    const started = performance.now();
    const all = until(messageId, started);
    const text = `See you at noon, at the usual place by the river? (${n})`;
    await api.mutate("messages.send", cookieOf(from), { conversationId, messageId, text });
    times.push(performance.now() - started);
    await all;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  return times;
}
