import { type ConversationId, limits, type MessageId, type MessageRow, type SeqRange } from "@parley/schema";
import type { LocalDb } from "../store/db.ts";
import { lengthOfRanges, rangeAt } from "../store/ranges.ts";
import type { LocalConversation } from "../store/rows.ts";
import type { Touched } from "../store/touched.ts";
import { type AskPage, fetchPage } from "./fetch-page.ts";
import { threadLane, timelineLane } from "./lane.ts";

const pageSize = 60;
const largestPage = limits.page.max;
/** More rows than this cost more than anyone looks at. */
const mostRows = 2_000;
/** A sent message may run ahead of what has arrived before it, by this much. */
const mostAhead = 20;

export type WindowState = { rows: MessageRow[]; hasOlder: boolean; hasNewer: boolean; isFilling: boolean };

type Options = {
  db: LocalDb;
  id: ConversationId;
  /** The timeline, unless a thread is given. */
  threadId?: MessageId | undefined;
  /** How many rows fill the screen: no more are read before the first are shown. */
  firstPage?: number;
  ask: AskPage;
  tell(touched: Touched): void;
  /** Asks the engine to bring the conversation up to date. */
  want(): void;
  changed(state: WindowState): void;
  /** Resolves when the list that shows the rows is done with what changed before: it may be about to correct its place. */
  settled?(): Promise<void>;
};

/** From where on all is shown. */
const startOf = (shown: MessageRow[], range: SeqRange) => shown[0]?.seq ?? range.from;

/** The stretch of a conversation, or of a thread, that is shown: always without a hole, read from the device, extended by pages. */
export function createWindow(options: Options) {
  const { db, id, threadId, firstPage = pageSize } = options;
  const lane = threadId ? threadLane(db, threadId) : timelineLane(db, id);
  let rows: MessageRow[] = [];
  let span: SeqRange | null = null;
  let local: LocalConversation | undefined;
  /** Our own messages that the server has taken before we have what lies between. */
  let ahead: MessageRow[] = [];
  let filling = 0;
  /** Below it there is nothing: of a thread, the message that it answers. */
  let floor = 1;
  let isStopped = false;
  let turn: Promise<unknown> = Promise.resolve();

  const covered = () => lane.covered(local);
  const newestHeld = () => covered().at(-1);

  function report() {
    if (isStopped) return;
    const top = span?.to ?? 0;
    ahead = ahead.filter((row) => row.seq > top && row.seq - top <= mostAhead);
    const lastSeq = local?.row.lastSeq ?? 0;
    options.changed({
      rows: ahead.length ? [...rows, ...ahead] : rows,
      hasOlder: span ? span.from > floor : lastSeq > 0,
      hasNewer: span !== null && ahead.length === 0 && span.to < Math.max(newestHeld()?.to ?? 0, lastSeq),
      isFilling: filling > 0 || (!span && lastSeq > 0),
    });
  }

  /** One thing at a time, so that a page and a live message never cross. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const run = turn.then(() => (isStopped ? undefined : work())).then(report);
    turn = run.catch(() => undefined);
    return run;
  }

  async function look() {
    local = await db.get("conversations", id);
    if (threadId) floor = (await db.getFromIndex("messages", "id", threadId))?.seq ?? floor;
  }

  async function fill(kind: "before" | "after" | "around", seq: number, limit = pageSize): Promise<void> {
    filling++;
    report();
    try {
      await fetchPage(db, id, kind, seq, options.ask, options.tell, { threadId, limit });
      await look();
    } catch {
      // Without a network the hole stays; scrolling asks again.
    } finally {
      filling--;
    }
  }

  /** Whether nothing but what runs ahead is held above the window. */
  function showsNewest(): boolean {
    if (!span || !local) return false;
    const { to } = span;
    const above = covered().filter((range) => range.from > to);
    return rangeAt(covered(), to)?.to === to && lengthOfRanges(above) <= ahead.length;
  }

  async function showLatest(): Promise<void> {
    let range = covered().findLast((it) => !ahead.some((row) => row.seq === it.from));
    // Of a thread that was never opened, the newest page is asked for; what is here is shown meanwhile.
    if (threadId && local && (!range || range.to < local.row.lastSeq || !(await startsThere(range)))) {
      await fill("before", local.row.lastSeq + 1);
      range = newestHeld();
    }
    if (!range) return;
    rows = await lane.newest(range.from, range.to, firstPage);
    span = { from: startOf(rows, range), to: range.to };
    if (rows.length < firstPage / 2 && span.from > floor) await extendDown(pageSize);
  }

  /** Whether the stretch has a page of the lane in it, or all of it. */
  async function startsThere(range: SeqRange): Promise<boolean> {
    if (range.from <= floor || local?.threads.some((it) => it.id === threadId)) return true;
    return (await lane.newest(range.from, range.to, pageSize)).length === pageSize;
  }

  async function extendDown(count: number): Promise<void> {
    if (!span || span.from <= floor) return;
    const older: MessageRow[] = [];
    let { from } = span;
    let isSparse = true;
    // What lies below may mostly stand in threads: it goes on until there is enough to show.
    while (isSparse && older.length < count / 2 && from > floor) {
      let range = rangeAt(covered(), from);
      if (range && range.from === from) {
        await fill("before", from, older.length || from < span.from ? largestPage : pageSize);
        range = rangeAt(covered(), from);
      }
      if (!range || range.from >= from) break;
      const found = await lane.newest(range.from, from - 1, count - older.length);
      const below = found.length < count - older.length ? range.from : startOf(found, range);
      isSparse = found.length < (from - below) / 2;
      from = below;
      older.unshift(...found);
    }
    await options.settled?.();
    rows = [...older, ...rows];
    span = { from, to: span.to };
    await letGo((all) => all.slice(0, mostRows - 500));
  }

  async function extendUp(count: number): Promise<void> {
    if (!span) return;
    const newer: MessageRow[] = [];
    let { to } = span;
    let isSparse = true;
    while (isSparse && newer.length < Math.min(count, pageSize) / 2) {
      let range = rangeAt(covered(), to);
      if (range && range.to === to && to < (local?.row.lastSeq ?? 0)) {
        await fill("after", to, newer.length || to > span.to ? largestPage : pageSize);
        range = rangeAt(covered(), to);
      }
      if (!range || range.to <= to) break;
      const found = await lane.oldest(to + 1, range.to, count - newer.length);
      const above = found.length < count - newer.length ? range.to : (found.at(-1)?.seq ?? range.to);
      isSparse = found.length < (above - to) / 2;
      to = above;
      newer.push(...found);
    }
    rows = [...rows, ...newer];
    span = { from: span.from, to };
    await letGo((all) => all.slice(500 - mostRows));
  }

  /** What came at one end is shown before the other end goes: a list keeps its place when one of them changes, not both. */
  async function letGo(kept: (all: MessageRow[]) => MessageRow[]): Promise<void> {
    if (rows.length <= mostRows) return;
    report();
    await options.settled?.();
    rows = kept(rows);
    span = { from: rows[0]!.seq, to: rows.at(-1)!.seq };
  }

  /** Others' writes: changed rows in place, new ones at the end while the end is what is shown. */
  async function follow(touched: Touched): Promise<void> {
    const wasNewest = showsNewest();
    await look();
    if (!span) return showLatest();
    const range = rangeAt(covered(), span.to);
    const told = touched.messages.get(id);
    if (!range || range.from > span.from || told === "many") {
      span = null;
      return showLatest();
    }
    const changed = (told ?? []).filter(lane.has);
    ahead = [
      ...ahead,
      ...changed.filter((row) => row.rev === 0 && row.seq > range.to && !ahead.some((it) => it.id === row.id)),
    ];
    replace(changed);
    if (wasNewest && range.to > span.to) await extendUp(Number.POSITIVE_INFINITY);
  }

  function replace(changed: MessageRow[]) {
    const { from, to } = span!;
    const bySeq = new Map(changed.filter((row) => row.seq >= from && row.seq <= to).map((row) => [row.seq, row]));
    if (!bySeq.size) return;
    rows = rows.map((row) => {
      const next = bySeq.get(row.seq);
      bySeq.delete(row.seq);
      return next ?? row;
    });
    if (bySeq.size) rows = [...rows, ...bySeq.values()].sort((a, b) => a.seq - b.seq);
  }

  return {
    open: () =>
      inTurn(async () => {
        await look();
        await showLatest();
      }),
    older: (count = pageSize) => inTurn(() => extendDown(count)),
    newer: (count = pageSize) => inTurn(() => extendUp(count)),
    jumpTo: (target: number | "latest") =>
      inTurn(async () => {
        await look();
        if (target === "latest") {
          if ((newestHeld()?.to ?? 0) < (local?.row.lastSeq ?? 0)) options.want();
          return showLatest();
        }
        if (!rangeAt(covered(), target)) await fill("around", target);
        const range = rangeAt(covered(), target);
        if (!range) return;
        const upTo = await lane.newest(range.from, target, pageSize / 2);
        const after = await lane.oldest(target + 1, range.to, pageSize / 2);
        rows = [...upTo, ...after];
        span = { from: startOf(upTo, range), to: after.length < pageSize / 2 ? range.to : after.at(-1)!.seq };
      }),
    touched: (touched: Touched) => inTurn(() => follow(touched)),
    stop() {
      isStopped = true;
    },
  };
}
