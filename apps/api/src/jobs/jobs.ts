import type { OpenDb } from "@parley/db";
import type { FileId } from "@parley/schema";
import { type ConstructorOptions, fromPglite, PgBoss } from "pg-boss";
import type { App } from "../context.ts";
import { resumePlayables } from "../files/films/make-playable.ts";
import { scanFile, scanHeld } from "../files/scan-file.ts";
import { type PreviewLink, previewLink } from "../links/preview-link.ts";
import { sendScheduled } from "../messages/send-scheduled.ts";
import { startExpiry } from "../messages/start-expiry.ts";
import { closePolls } from "./close-polls.ts";
import { eraseExpired } from "./erase-expired.ts";
import { forgetTakenBack } from "./forget-taken-back.ts";
import { removeStaleFiles } from "./remove-stale-files.ts";
import { removeStaleUploads } from "./remove-stale-uploads.ts";
import { sweepSignIns } from "./sweep-sign-ins.ts";

export type Jobs = {
  health(): "off" | "starting" | "running" | "failing";
  start(app: App, database: OpenDb): void;
  /** Has it done soon, once; after a crash too. Nothing while jobs are off. */
  add<Name extends WorkName>(name: Name, data: WorkData[Name]): Promise<void>;
  close(): Promise<void>;
};

type Job = { cron: string; run(app: App): Promise<unknown> };

/** What is done again and again, by one process at a time however many there are. */
const schedule = {
  "send-scheduled": { cron: "* * * * *", run: sendScheduled },
  "start-expiry": { cron: "* * * * *", run: (app) => startExpiry(app, "all") },
  "close-polls": { cron: "* * * * *", run: closePolls },
  "erase-expired": { cron: "* * * * *", run: eraseExpired },
  "forget-taken-back": { cron: "50 * * * *", run: forgetTakenBack },
  "sweep-sign-ins": { cron: "*/15 * * * *", run: sweepSignIns },
  "remove-stale-files": { cron: "20 * * * *", run: removeStaleFiles },
  "scan-held": { cron: "* * * * *", run: scanHeld },
  "resume-playables": { cron: "* * * * *", run: resumePlayables },
  "remove-stale-uploads": { cron: "40 * * * *", run: removeStaleUploads },
} satisfies Record<string, Job>;
export type JobName = keyof typeof schedule;

/** What is done when something asks for it. */
const works: Works = {
  "preview-link": previewLink,
  "scan-file": scanFile,
  "make-playable": async ({ playables }: App, { fileId }) => playables.make(fileId),
  "draw-thumbnails": async ({ drawer }: App, { fileId }) => void (await drawer.draw(fileId)),
};
type Works = { [Name in WorkName]: (app: App, data: WorkData[Name]) => Promise<void> };
type WorkData = {
  "preview-link": PreviewLink;
  "scan-file": OneFile;
  "draw-thumbnails": OneFile;
  "make-playable": OneFile;
};
type OneFile = { fileId: FileId };
type WorkName = keyof WorkData;

/** Does one of them now. */
export const runJob = (app: App, name: JobName): Promise<unknown> => schedule[name].run(app);

const pollSeconds = 15;

/** Work that the server does later, kept in the database. */
export function createJobs(): Jobs {
  const workers = new Map<string, string>();
  let state: ReturnType<Jobs["health"]> = "off";
  let starting: Promise<PgBoss | null> = Promise.resolve(null);

  async function open(app: App, database: OpenDb): Promise<PgBoss | null> {
    const boss = new PgBoss(optionsFor(database));
    boss.on("error", (error) => {
      state = "failing";
      app.log.error({ part: "jobs", name: error.name, message: error.message }, "jobs failed");
    });
    try {
      await boss.start();
      for (const [name, { cron, run }] of Object.entries(schedule)) {
        await boss.createQueue(name, { policy: "short", retryLimit: 2, deleteAfterSeconds: 3_600 });
        await boss.schedule(name, cron);
        await boss.work(name, { pollingIntervalSeconds: pollSeconds }, async () => {
          await run(app);
          state = "running";
        });
      }
      for (const name of Object.keys(works) as WorkName[]) workers.set(name, await serve(boss, app, name));
      state = "running";
      return boss;
    } catch (error) {
      state = "failing";
      app.log.error(
        { part: "jobs", message: error instanceof Error ? error.message : String(error) },
        "jobs did not start",
      );
      return boss;
    }
  }

  return {
    health: () => state,
    start(app, database) {
      state = "starting";
      starting = open(app, database);
    },
    async add(name, data) {
      const boss = await starting;
      if (!boss) return;
      await boss.send(name, data);
      const worker = workers.get(name);
      if (worker) boss.notifyWorker(worker);
    },
    async close() {
      const boss = await starting;
      await boss?.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

async function serve<Name extends WorkName>(boss: PgBoss, app: App, name: Name): Promise<string> {
  await boss.createQueue(name, { retryLimit: 1, deleteAfterSeconds: 3_600 });
  const options = { pollingIntervalSeconds: pollSeconds, batchSize: 4 };
  return boss.work<WorkData[Name]>(name, options, async (jobs) => {
    await Promise.all(jobs.map((job) => works[name](app, job.data)));
  });
}

function optionsFor(database: OpenDb): ConstructorOptions {
  const sparing = { schema: "jobs", superviseIntervalSeconds: 60, reindex: false, monitorVacuum: false } as const;
  if (database.pglite) return { ...sparing, db: fromPglite(database.pglite), backend: "pglite" };
  return { ...sparing, connectionString: database.url, max: 2 };
}
