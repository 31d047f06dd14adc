import { fileURLToPath } from "node:url";
import { migrate, type OpenDb, openDb } from "@parley/db";
import { startRooms } from "@parley/party/runtime";
import { createSessionFinder } from "./accounts/find-session.ts";
import { findFfmpeg } from "./adapters/ffmpeg.ts";
import { createFunnel } from "./adapters/funnel.ts";
import { openMailer } from "./adapters/mail.ts";
import { openFiles } from "./adapters/open-files.ts";
import { openClamScanner } from "./adapters/scanner.ts";
import type { Config } from "./config.ts";
import type { App } from "./context.ts";
import { createSharedTurns } from "./conversations/in-shared-turn.ts";
import { createTurns } from "./conversations/turns.ts";
import { prepareDemo } from "./demo/prepare-demo.ts";
import { createDrawer } from "./files/draw-thumbnails.ts";
import { createPlayables } from "./files/films/make-playable.ts";
import { openFileTickets } from "./files/tickets.ts";
import { createTurnstile } from "./files/turnstile.ts";
import { openDrawnGifs } from "./gifs/drawn-gifs.ts";
import { listen } from "./http/listen.ts";
import { openStaticFiles } from "./http/static-files.ts";
import { createUnderWay } from "./http/under-way.ts";
import { createJobs, type JobName, runJob } from "./jobs/jobs.ts";
import { type Log, openLog } from "./log.ts";
import { followThread } from "./messages/follow-thread.ts";
import { replyWhileAway } from "./messages/reply-while-away.ts";
import { createSendBatcher } from "./messages/send-batch.ts";
import { openMetrics } from "./metrics.ts";
import { createRateLimiter, createSharedRateLimiter, noLimits } from "./rate-limits.ts";
import { createPublisher, type RoomsHost } from "./realtime/publisher.ts";
import { createHeadTeller } from "./realtime/tell-heads.ts";
import { createTallyTeller } from "./realtime/tell-tallies.ts";
import { createWordGatherer } from "./search/gather-words.ts";
import { readSecrets } from "./secrets.ts";

const builtWeb = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** What tests and measurements bring along instead of having it started. */
export type Parts = {
  /** Migrated already; stays open when the server closes. */
  database?: OpenDb;
  /** `none`: without rooms. */
  rooms?: RoomsHost | "none";
  limits?: "off";
  jobs?: "off";
  /** How long a publish may take before it is given up. */
  publishDeadlineMs?: number;
  now?: () => Date;
};

export type Server = { url: string; port: number; runJob(name: JobName): Promise<unknown>; close(): Promise<void> };

/** Starts everything behind one port; closing it finishes what has begun. */
export async function startServer(config: Config, parts: Parts = {}): Promise<Server> {
  const log = openLog(config.logLevel);
  const metrics = openMetrics();
  const now = parts.now ?? (() => new Date());

  const database = parts.database ?? (await openMigrated(config.databaseUrl));
  const db = database.db;
  const calls = createUnderWay();
  const files = await openFiles(config, createFunnel(calls.lull));
  const ffmpeg = findFfmpeg(config.ffmpeg);
  if (config.isDemo) await prepareDemo({ db, files, now });
  const { rooms, close: closeRooms } = await openRooms(config, parts, log);
  const publisher = rooms
    ? createPublisher({ rooms, hintsOnly: config.hintsOnly, log, metrics, now, deadlineMs: parts.publishDeadlineMs })
    : null;
  const publish: App["publish"] = (publications) => publisher?.publish(publications);
  const heads = createHeadTeller({ db, log, now, publish });
  const tallies = createTallyTeller({ db, log, publish });
  const words = createWordGatherer({ db, log });
  const turns = createTurns();
  const jobs = createJobs();
  const playables = createPlayables({ db, ffmpeg, files, heads, log, now, publish, turns });
  const unfinished = new Set<Promise<unknown>>();

  function later(work: Promise<unknown>) {
    const watched: Promise<unknown> = work
      .catch((error: Error) => log.error({ name: error.name, stack: error.stack }, "work after a request failed"))
      .finally(() => unfinished.delete(watched));
    unfinished.add(watched);
  }

  const app: App = {
    calls,
    config,
    db,
    log,
    metrics,
    rooms,
    jobs,
    mail: openMailer(config, log),
    files,
    fileTickets: await openFileTickets(db),
    drawer: createDrawer({ db, files, ffmpeg }),
    filing: createTurnstile(1, calls.lull),
    ffmpeg,
    playables,
    gifs: openDrawnGifs(),
    scanner: config.clamav ? openClamScanner(config.clamav) : null,
    now,
    limiter:
      parts.limits === "off"
        ? noLimits
        : config.sharesLimits
          ? createSharedRateLimiter(db)
          : createRateLimiter(() => now().getTime()),
    publish,
    turns,
    sharedTurns: createSharedTurns(turns),
    heads,
    tallies,
    sends: createSendBatcher({
      db,
      metrics,
      tell(id, publications) {
        publish(publications);
        heads.moved(id);
        words.kept();
      },
      followed: (root, reply) => later(followThread(app, root, reply)),
      missed: (send, absent) => later(replyWhileAway(app, send, absent)),
    }),
    sessions: createSessionFinder({ db, now, later }),
    later,
  };
  const http = await listen(app, await openStaticFiles(config.webDir ?? builtWeb));
  if (parts.jobs !== "off") jobs.start(app, database);

  return {
    url: config.publicUrl ?? `http://${hostInUrl(config.host)}:${http.port}`,
    port: http.port,
    runJob: (name) => runJob(app, name),
    async close() {
      await http.settle();
      await playables.close();
      await Promise.all(unfinished);
      await heads.close();
      await tallies.close();
      await words.close();
      await publisher?.close();
      // Rooms say goodbye to their connections, which only then are cut.
      await closeRooms();
      await http.drop();
      await files.settle();
      await jobs.close();
      app.mail.close();
      if (!parts.database) await database.close();
    },
  };
}

async function openMigrated(url: string) {
  const database = await openDb(url);
  await migrate(database.db);
  return database;
}

/** The rooms host asked for; with none asked for, one of our own beside us. */
async function openRooms(
  config: Config,
  parts: Parts,
  log: Log,
): Promise<{ rooms: RoomsHost | null; close(): Promise<void> }> {
  const close = async () => {};
  if (parts.rooms === "none") return { rooms: null, close };
  if (parts.rooms ?? config.party) return { rooms: parts.rooms ?? config.party, close };

  const { rooms: secret } = await readSecrets(config.dataDir);
  const own = await startRooms({
    secret,
    hintsOnly: config.hintsOnly,
    log: (line) => log.info({ part: "rooms" }, line),
  });
  return { rooms: { url: own.url, secret }, close: own.close };
}

// Passkeys work on localhost and not on an address.
const hostInUrl = (host: string) => (host === "127.0.0.1" || host === "0.0.0.0" || host === "::" ? "localhost" : host);
