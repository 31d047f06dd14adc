import { AppError, type UserId } from "@parley/schema";
import { type LocalDb, orAbort, writeOutbox } from "../store/db.ts";
import { nothingTouched, type Touched } from "../store/touched.ts";
import { resumeUploads, unfinishedMessages } from "../uploads/keep-uploads.ts";
import { accept } from "./accept.ts";
import type { KeepMembers } from "./accept-members.ts";
import { callOf } from "./call-of.ts";
import { type Stored, uploadsOf } from "./command.ts";
import { type Job, nextJobs } from "./next-jobs.ts";
import { refuse } from "./refuse.ts";

/** What a flush needs; the page and the service worker bring the same. */
export type Courier = {
  db: LocalDb;
  userId: UserId;
  locks: LockManager;
  /** [O3] One flush at a time on this device, whoever runs it. */
  lockName: string;
  call(path: string, input: unknown): Promise<unknown>;
  now(): number;
  tell(touched: Touched): void;
  /** [O6] Only a page shows who is in a group; a worker leaves it to the server's rows. */
  keepMembers?: KeepMembers;
};

/** `retryAt`: when something that had to wait may leave. */
export type Flushed = {
  stopped: "empty" | "unreachable" | "signed-out";
  accepted: number;
  refused: number;
  retryAt: number | null;
};

const lanesAtOnce = 6;
const mostFaults = 8;

/** Sends what waits in the outbox, each lane in order, until nothing is left that may leave now. */
export function flushOutbox(courier: Courier): Promise<Flushed> {
  return courier.locks.request(courier.lockName, () => drain(courier));
}

async function drain(courier: Courier): Promise<Flushed> {
  const flushed: Flushed = { stopped: "empty", accepted: 0, refused: 0, retryAt: null };
  const busy = new Map<string, Promise<void>>();
  for (;;) {
    if (flushed.stopped === "empty") {
      const waiting = (await courier.db.getAll("outbox")) as Stored[];
      const { jobs, lookAgainAt } = nextJobs(waiting, courier.now(), await unfinishedMessages(courier.db));
      flushed.retryAt = lookAgainAt;
      for (const job of jobs) {
        const lane = job[0]!.type === "markRead" ? "marks" : job[0]!.lane;
        if (busy.has(lane) || busy.size >= lanesAtOnce) continue;
        busy.set(
          lane,
          deliver(courier, job, flushed).finally(() => busy.delete(lane)),
        );
      }
    }
    if (!busy.size) return flushed;
    await Promise.race(busy.values());
  }
}

async function deliver(courier: Courier, job: Job, flushed: Flushed): Promise<void> {
  if (!(await claim(courier.db, job))) return;
  const { path, input } = callOf(job);
  try {
    const answer = await courier.call(path, input);
    courier.tell(await accept(courier, job, answer));
    flushed.accepted += job.length;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "not_signed_in") flushed.stopped = "signed-out";
    else if (error.code === "unavailable") flushed.stopped = "unreachable";
    else if (error.reason === "file_unfinished" && job[0]!.faults + 1 < mostFaults) {
      await postpone(courier, job, error);
      courier.tell(await sendFilesAgain(courier.db, job));
    } else if (error.code === "rate_limited") await postpone(courier, job, error);
    else if (error.code === "internal" && job[0]!.faults + 1 < mostFaults) await postpone(courier, job, error);
    else {
      courier.tell(await refuse(courier, job, error));
      flushed.refused += job.length;
    }
  }
}

/** [O4] Marks the job as perhaps known to the server. False when it was changed or taken back in the meantime. */
async function claim(db: LocalDb, job: Job): Promise<boolean> {
  const tx = db.transaction("outbox", "readwrite");
  return orAbort(tx, async () => {
    for (const command of job) {
      const now = (await tx.store.get(command.n)) as Stored | undefined;
      if (now?.state !== "waiting" || JSON.stringify(now.input) !== JSON.stringify(command.input)) return false;
      if (!now.wasTried) await tx.store.put({ ...now, wasTried: true });
    }
    return true;
  });
}

/** [O7] The lane waits; its order is kept and the others go on. */
async function postpone(courier: Courier, job: Job, error: AppError): Promise<void> {
  const isFault = error.code === "internal" || error.reason === "file_unfinished";
  const ms = isFault ? 500 * 2 ** job[0]!.faults : (error.retryAfter ?? 1) * 1_000;
  // Repeats are looked up before slow mode is asked: what it holds up, the server does not have.
  const slowed = error.reason === "slow_mode" && { isSlowed: true, wasTried: false };
  const held = error.reason.startsWith("file_") && { isHeld: true, wasTried: false };
  const tx = courier.db.transaction("outbox", "readwrite");
  await orAbort(tx, async () => {
    for (const command of job) {
      const now = (await tx.store.get(command.n)) as Stored | undefined;
      if (!now) continue;
      await tx.store.put({
        ...now,
        notBefore: courier.now() + ms,
        faults: now.faults + Number(isFault),
        ...slowed,
        ...held,
      });
    }
  });
}

/** [O10] The server has lost files of the message or the pack, or part of them. */
async function sendFilesAgain(db: LocalDb, job: Job): Promise<Touched> {
  const tx = writeOutbox(db);
  await orAbort(tx, async () => {
    for (const command of job) {
      const messageId = uploadsOf(command);
      if (messageId) await resumeUploads(tx, messageId, true);
    }
  });
  return { ...nothingTouched(), uploads: true };
}
