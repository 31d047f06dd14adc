import { readFile } from "node:fs/promises";
import { type Rooms, startRooms } from "@parley/party/runtime";
import { changeOf, type Device, enter, newConversation, publish, publisherOf, secret } from "@parley/party/testing";
import { newId, type Publication, type Scope, type UserId, userScope } from "@parley/schema";
import { type Benchmark, plain } from "./support/benchmark.ts";
import { type Percentiles, percentilesOf, round } from "./support/percentiles.ts";

type RoomsMeasured = {
  /** Everyone in a user room of their own, nobody saying anything. */
  idle: { connections: number; kilobytesEach: number; enteredPerSecond: number };
  /** One conversation: from publishing a message until the last of its members has it. */
  fanOut: { members: number; byPost: Percentiles; bySocket: Percentiles };
  /** One post for the user rooms of everyone in a big group. */
  manyRooms: { rooms: number; milliseconds: Percentiles };
  /** Publications a second into ten conversations of two, as fast as they are taken. */
  throughput: { byPost: number; bySocket: number };
};

/** What the rooms cost on their own, without API and database. */
export const rooms: Benchmark = {
  name: "rooms",
  async run() {
    const measured = await measureRooms(2_000, 256);
    return { tables: [{ title: "Rooms on their own", rows: rowsOf(measured) }], measured };
  },
};

function rowsOf({ idle, fanOut, manyRooms, throughput }: RoomsMeasured) {
  return [
    plain(`memory of each of ${idle.connections} idle connections`, idle.kilobytesEach, "kB"),
    plain("connections entering per second", idle.enteredPerSecond, ""),
    plain(`fan-out to ${fanOut.members} members by post, p50`, fanOut.byPost.p50),
    plain(`fan-out to ${fanOut.members} members by post, p99`, fanOut.byPost.p99),
    plain(`fan-out to ${fanOut.members} members by publisher socket, p50`, fanOut.bySocket.p50),
    plain(`fan-out to ${fanOut.members} members by publisher socket, p99`, fanOut.bySocket.p99),
    plain(`one post to ${manyRooms.rooms} rooms, p50`, manyRooms.milliseconds.p50),
    plain("publications per second by post", throughput.byPost, ""),
    plain("publications per second by publisher socket", throughput.bySocket, ""),
  ];
}

async function measureRooms(connections: number, members: number): Promise<RoomsMeasured> {
  const rooms = await startRooms({ secret });
  try {
    return {
      idle: await measureIdle(rooms, connections),
      fanOut: await measureFanOut(rooms, members),
      manyRooms: await measureManyRooms(rooms, members),
      throughput: await measureThroughput(rooms),
    };
  } finally {
    await rooms.close();
  }
}

async function measureIdle(rooms: Rooms, connections: number): Promise<RoomsMeasured["idle"]> {
  const before = await residentKilobytes(rooms.pid());
  const started = performance.now();
  const devices = await inLanes(connections, 50, () => {
    const person = newId<UserId>();
    return enter(rooms.url, person, userScope(person));
  });
  const seconds = (performance.now() - started) / 1_000;
  await pause(2_000);
  const after = await residentKilobytes(rooms.pid());
  await leave(devices);
  return {
    connections,
    kilobytesEach: round((after - before) / connections),
    enteredPerSecond: Math.round(connections / seconds),
  };
}

async function measureFanOut(rooms: Rooms, members: number): Promise<RoomsMeasured["fanOut"]> {
  const scope = newConversation();
  const devices = await inLanes(members, 16, () => enter(rooms.url, newId<UserId>(), scope));
  const publisher = await publisherOf(rooms.url, scope);
  let rev = 0;
  const timeOnce = async (tell: (publication: Publication) => unknown) => {
    const everyone = allHear(devices, rev + 1);
    const started = performance.now();
    await tell(changeOf(scope, rev++, { messages: [message] }));
    await everyone;
    return performance.now() - started;
  };
  const byPost = await repeat(50, () => timeOnce((it) => publish(rooms.url, [it])));
  const bySocket = await repeat(50, () => timeOnce((it) => publisher.say(it)));
  await leave([...devices, publisher]);
  return { members, byPost: percentilesOf(byPost), bySocket: percentilesOf(bySocket) };
}

async function measureManyRooms(rooms: Rooms, count: number): Promise<RoomsMeasured["manyRooms"]> {
  const scopes = Array.from({ length: count }, () => userScope(newId<UserId>()));
  const left = [...scopes];
  const devices = await inLanes(count, 16, () => {
    const scope = left.pop() as Scope;
    return enter(rooms.url, scope.slice(2) as UserId, scope);
  });
  const times = await repeat(20, async (round) => {
    const everyone = allHear(devices, round + 1);
    const started = performance.now();
    await publish(
      rooms.url,
      scopes.map((scope) => changeOf(scope, round)),
    );
    await everyone;
    return performance.now() - started;
  });
  await leave(devices);
  return { rooms: count, milliseconds: percentilesOf(times) };
}

async function measureThroughput(rooms: Rooms): Promise<RoomsMeasured["throughput"]> {
  const each = 300;
  const run = async (isBySocket: boolean) => {
    const scopes = Array.from({ length: 10 }, newConversation);
    const devices = await Promise.all(scopes.flatMap((it) => [0, 1].map(() => enter(rooms.url, newId<UserId>(), it))));
    const publishers = isBySocket ? await Promise.all(scopes.map((it) => publisherOf(rooms.url, it))) : [];
    const everyone = allHear(devices, each);
    const started = performance.now();
    await Promise.all(
      scopes.map(async (scope, place) => {
        for (let rev = 0; rev < each; rev++) {
          const publication = changeOf(scope, rev, { messages: [message] });
          if (isBySocket) publishers[place]?.say(publication);
          else await publish(rooms.url, [publication]);
        }
      }),
    );
    await everyone;
    const rate = (scopes.length * each) / ((performance.now() - started) / 1_000);
    await leave([...devices, ...publishers]);
    return Math.round(rate);
  };
  return { byPost: await run(false), bySocket: await run(true) };
}

const message = {
  id: newId(),
  conversationId: newId(),
  seq: 1,
  rev: 1,
  senderId: newId(),
  kind: "text",
  text: "See you at noon, at the usual place by the river?",
  event: null,
  replyToId: null,
  createdAt: new Date(0).toISOString(),
  editedAt: null,
  deletedAt: null,
  expiresAt: null,
} as const satisfies NonNullable<Parameters<typeof changeOf>[2]>["messages"] extends (infer Row)[] | undefined
  ? Row
  : never;

/** Resolves when each of these devices has heard of this rev. */
function allHear(devices: Device[], rev: number): Promise<unknown> {
  const sought = `"rev":${rev},"rows"`;
  return Promise.all(
    devices.map(
      ({ socket }) =>
        new Promise<void>((resolve) => {
          socket.on("message", function look(data: Buffer) {
            if (!data.includes(sought)) return;
            socket.off("message", look);
            resolve();
          });
        }),
    ),
  );
}

async function inLanes<T>(count: number, lanes: number, work: () => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  let started = 0;
  const lane = async () => {
    while (started++ < count) done.push(await work());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

async function repeat(times: number, work: (round: number) => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let round = 0; round < times; round++) results.push(await work(round));
  return results;
}

async function leave(devices: Device[]): Promise<void> {
  const gone = devices.map(({ socket }) => new Promise((resolve) => socket.once("close", resolve)));
  for (const device of devices) device.leave();
  await Promise.all(gone);
}

async function residentKilobytes(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8"))?.[1]);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
