import { startPostgres } from "@parley/db/testing";
import { startBaseline } from "./baseline/chat-server.ts";
import { startParley } from "./parley/chat-server.ts";
import { measureRooms, type RoomsMeasured } from "./rooms.ts";
import type { ChatServer } from "./support/chat-server.ts";
import { type Load, type Measured, measure } from "./support/load.ts";
import { round } from "./support/percentiles.ts";
import { keepResults } from "./support/results.ts";
import { printTable } from "./support/table.ts";

const seconds = Number(process.env.BENCH_SECONDS ?? 10);
const times = { seconds, warmUpSeconds: Math.min(3, seconds / 2) };

// Two people of each conversation write as fast as their messages are kept.
const durable: Load[] = [
  { conversations: 10, members: 2, senders: 2, ...times },
  { conversations: 50, members: 2, senders: 2, ...times },
  { conversations: 10, members: 10, senders: 2, ...times },
];
const live: Load[] = [1, 10, 50].map((conversations) => ({ conversations, members: 2, perSecond: 100, ...times }));

// Each server has a database of its own; the disk is waited for, as in production. One runs at a time.
const measured: Measured[] = [];
for (const start of [startBaseline, startParley]) {
  const postgres = await startPostgres({ isDurable: true });
  const server = await start(postgres.url);
  for (const load of [...durable, ...live]) measured.push(await measureOnce(server, load));
  await server.stop();
  await postgres.stop();
}

console.log("Rooms on their own …");
const rooms = await measureRooms();

printTable(
  "Durable messages, closed loop",
  durable.flatMap((load) => measuredOn(load).map(durableRow)),
);
printTable(
  "Sent → shown on the other device, 100 messages/s",
  live.flatMap((load) => measuredOn(load).map(liveRow)),
);
printTable("Rooms on their own", roomRows(rooms));
console.log(`\nKept in ${await keepResults({ chat: measured, rooms })}`);

async function measureOnce(server: ChatServer, load: Load) {
  console.log(`${server.name}: ${describe(load)} …`);
  return measure(server, load);
}

function measuredOn(load: Load) {
  return measured.filter((it) => it.load === load);
}

function durableRow(it: Measured) {
  const baseline = measuredOn(it.load)[0]?.keptPerSecond ?? 0;
  return {
    load: describe(it.load),
    server: it.server,
    "kept/s": it.keptPerSecond,
    "of baseline": `${round(it.keptPerSecond / baseline)}`,
    "kept p50 ms": it.kept.p50,
    "kept p99": it.kept.p99,
    "shown p50": it.shown.p50,
    "shown p99": it.shown.p99,
    "CPU ms each": it.cpuPerMessage,
    lost: it.undelivered + it.failed,
  };
}

function liveRow(it: Measured) {
  return {
    load: describe(it.load),
    server: it.server,
    p50: it.shown.p50,
    p95: it.shown.p95,
    p99: it.shown.p99,
    most: it.shown.most,
    lost: it.undelivered + it.failed,
  };
}

function roomRows({ idle, fanOut, manyRooms, throughput }: RoomsMeasured) {
  return [
    { what: `memory of each of ${idle.connections} idle connections, kB`, value: idle.kilobytesEach },
    { what: "connections entering per second", value: idle.enteredPerSecond },
    { what: `fan-out to ${fanOut.members} members by post, p50 ms`, value: fanOut.byPost.p50 },
    { what: `fan-out to ${fanOut.members} members by publisher socket, p50 ms`, value: fanOut.bySocket.p50 },
    { what: `one post to ${manyRooms.rooms} rooms, p50 ms`, value: manyRooms.milliseconds.p50 },
    { what: "publications per second by post", value: throughput.byPost },
    { what: "publications per second by publisher socket", value: throughput.bySocket },
  ];
}

function describe({ conversations, members }: Load) {
  return `${conversations} × ${members}`;
}
