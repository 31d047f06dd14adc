import { startPostgres } from "@parley/db/testing";
import { startBaseline } from "./baseline/chat-server.ts";
import { startParley } from "./parley/chat-server.ts";
import type { Benchmark, Row } from "./support/benchmark.ts";
import type { ChatServer } from "./support/chat-server.ts";
import { type Load, type Measured, measure } from "./support/load.ts";
import { round } from "./support/percentiles.ts";

const seconds = Number(process.env.BENCH_SECONDS ?? 10);
const times = { seconds, warmUpSeconds: Math.min(3, seconds / 2) };
const aim = { p50: 5, p99: 25 };

// Two people of each conversation write as fast as their messages are kept.
const durable: Load[] = [
  { conversations: 10, members: 2, senders: 2, ...times },
  { conversations: 50, members: 2, senders: 2, ...times },
  { conversations: 10, members: 10, senders: 2, ...times },
];
const live: Load[] = [1, 10, 50].map((conversations) => ({ conversations, members: 2, perSecond: 100, ...times }));

/** What is sent and shown, beside a bare server that does the least. */
export const chat: Benchmark = {
  name: "chat",
  async run() {
    const measured: Measured[] = [];
    // Each server has a database of its own; the disk is waited for, as in production. One runs at a time.
    for (const start of [startBaseline, startParley]) {
      const postgres = await startPostgres({ isDurable: true });
      const server = await start(postgres.url);
      for (const load of [...durable, ...live]) measured.push(await measureOnce(server, load));
      await server.stop();
      await postgres.stop();
    }
    return { tables: tablesOf(measured), measured };
  },
};

async function measureOnce(server: ChatServer, load: Load) {
  console.log(`${server.name}: ${describe(load)} …`);
  return measure(server, load);
}

function tablesOf(measured: Measured[]) {
  const on = (load: Load) => measured.filter((it) => it.load === load);
  return [
    {
      title: "Durable messages, closed loop (aim: at or above the baseline)",
      rows: durable.flatMap((load) => on(load).map((it) => durableRow(it, on(load)[0]?.keptPerSecond ?? 0))),
    },
    {
      title: `Sent → shown on the other device, 100 messages/s (aim: p50 ≤ ${aim.p50} ms, p99 ≤ ${aim.p99} ms)`,
      rows: live.flatMap((load) => on(load).map(liveRow)),
    },
  ];
}

function durableRow(it: Measured, baseline: number): Row {
  const isOurs = it.server === "Parley";
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
    "": isOurs ? verdict(it.keptPerSecond >= baseline) : "",
  };
}

function liveRow(it: Measured): Row {
  const isOurs = it.server === "Parley";
  return {
    load: describe(it.load),
    server: it.server,
    p50: it.shown.p50,
    p95: it.shown.p95,
    p99: it.shown.p99,
    most: it.shown.most,
    lost: it.undelivered + it.failed,
    "": isOurs ? verdict(it.shown.p50 <= aim.p50 && it.shown.p99 <= aim.p99) : "",
  };
}

const verdict = (isKept: boolean) => (isKept ? "kept" : "MISSED");

function describe({ conversations, members }: Load) {
  return `${conversations} × ${members}`;
}
