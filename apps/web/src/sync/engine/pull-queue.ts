import { AppError, type ConversationId } from "@parley/schema";
import type { Api } from "../api/types.ts";
import { applyPulled, inLocalConversation } from "../store/apply-changes.ts";
import type { LocalDb } from "../store/db.ts";
import { heldAndAhead } from "../store/held-and-ahead.ts";
import { isBehind, isLeft } from "../store/rows.ts";
import type { Touched } from "../store/touched.ts";

export type PullQueue = {
  /** Pulls it when it is behind; with `marks` in any case, since those take no rev. */
  want(id: ConversationId, marks?: boolean): void;
  /** Wants every conversation that is behind. */
  wantAll(): Promise<void>;
  behind(): number;
  settled(): Promise<void>;
  stop(): void;
};

type Options = {
  api: Api;
  db: LocalDb;
  /** Open conversations come first. */
  isOpen(id: ConversationId): boolean;
  tell(touched: Touched): void;
  changed(): void;
  failed(error: unknown): void;
};

const atOnce = 3;
const retryMs = 3_000;

/** Brings conversations up to date: what is open first, then the most recent, the rest behind it. */
export function createPullQueue(options: Options): PullQueue {
  const { api, db } = options;
  const wanted = new Map<ConversationId, { marks: boolean; lastAt: string }>();
  const running = new Map<ConversationId, Promise<void>>();
  let isStopped = false;
  let pausedUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function next(): ConversationId | undefined {
    const ready = [...wanted.keys()].filter((id) => !running.has(id));
    const rank = (id: ConversationId) => (options.isOpen(id) ? "~" : (wanted.get(id)?.lastAt ?? ""));
    return ready.sort((a, b) => rank(b).localeCompare(rank(a)))[0];
  }

  function pump() {
    if (isStopped) return;
    const wait = pausedUntil - Date.now();
    if (wait > 0) {
      timer ??= setTimeout(() => {
        timer = undefined;
        pump();
      }, wait);
      return;
    }
    while (running.size < atOnce) {
      const id = next();
      if (!id) break;
      const { marks } = wanted.get(id)!;
      wanted.delete(id);
      const run = pull(id, marks).catch((error: unknown) => stumble(id, marks, error));
      running.set(
        id,
        run.finally(() => {
          running.delete(id);
          options.changed();
          pump();
        }),
      );
    }
    options.changed();
  }

  async function pull(id: ConversationId, marks: boolean): Promise<void> {
    let wantsMarks = marks;
    for (let idle = 0; ; ) {
      const it = await db.get("conversations", id);
      if (!it || isLeft(it) || isStopped || (!wantsMarks && !isBehind(it))) return;
      const { holding, ahead } = await heldAndAhead(db, it);
      const { cursor, threads: inThreads } = it;
      const threads = inThreads.map((thread) => ({ threadId: thread.id, holding: thread.held }));
      const asked = { conversationId: id, cursor, holding, threads, marks: wantsMarks };
      const answer = await api.sync.pull.query(asked);
      const { touched } = await applyPulled(db, answer, holding, ahead, inThreads);
      options.tell(touched);
      wantsMarks = false;
      // We heard of a rev that the API does not know, twice: then it is the rev that is wrong.
      if (answer.more || answer.changes.rev > it.cursor) idle = 0;
      else if (++idle >= 2) return void (await forgetHeadRev(db, id));
    }
  }

  async function stumble(id: ConversationId, marks: boolean, error: unknown): Promise<void> {
    if (isStopped) return;
    if (error instanceof AppError && error.code === "not_found") {
      const { touched } = await inLocalConversation(db, id, async (_tx, it) => {
        it.isGone = true;
        return "applied";
      });
      return options.tell(touched);
    }
    const isHopeless = error instanceof AppError && error.code === "bad_input";
    const wait = error instanceof AppError ? error.retryAfter : undefined;
    pausedUntil = Date.now() + (wait ? wait * 1_000 : retryMs);
    if (!isHopeless) want(id, marks);
    options.failed(error);
  }

  function want(id: ConversationId, marks = false, lastAt = new Date().toISOString()) {
    wanted.set(id, { marks: marks || (wanted.get(id)?.marks ?? false), lastAt });
    pump();
  }

  return {
    want: (id, marks) => want(id, marks),
    async wantAll() {
      for (const it of await db.getAll("conversations")) {
        if (isBehind(it)) wanted.set(it.id, { marks: wanted.get(it.id)?.marks ?? false, lastAt: it.lastAt });
      }
      pump();
    },
    behind: () => wanted.size + running.size,
    async settled() {
      while (running.size) await Promise.all(running.values());
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function forgetHeadRev(db: LocalDb, id: ConversationId) {
  return inLocalConversation(db, id, async (_tx, it) => {
    it.headRev = it.cursor;
    return "applied";
  });
}
