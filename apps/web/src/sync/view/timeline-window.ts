import type { ConversationId, MessageRow, SeqRange } from "@parley/schema";
import { inSeqRange, type LocalDb } from "../store/db.ts";
import { lengthOfRanges, rangeAt } from "../store/ranges.ts";
import type { LocalConversation } from "../store/rows.ts";
import type { Touched } from "../store/touched.ts";
import { type AskPage, fetchPage } from "./fetch-page.ts";

const pageSize = 60;
/** More rows than this cost more than anyone looks at. */
const mostRows = 2_000;
/** A sent message may run ahead of what has arrived before it, by this much. */
const mostAhead = 20;

export type WindowState = { rows: MessageRow[]; hasOlder: boolean; hasNewer: boolean; isFilling: boolean };

type Options = {
  db: LocalDb;
  id: ConversationId;
  ask: AskPage;
  tell(touched: Touched): void;
  /** Asks the engine to bring the conversation up to date. */
  want(): void;
  changed(state: WindowState): void;
  /** Resolves when the list that shows the rows is done with what changed before: it may be about to correct its place. */
  settled?(): Promise<void>;
};

/** The stretch of a conversation that a timeline shows: always without a hole, read from the device, extended by pages. */
export function createWindow(options: Options) {
  const { db, id } = options;
  let rows: MessageRow[] = [];
  let span: SeqRange | null = null;
  let local: LocalConversation | undefined;
  /** Our own messages that the server has taken before we have what lies between. */
  let ahead: MessageRow[] = [];
  let filling = 0;
  let isStopped = false;
  let turn: Promise<unknown> = Promise.resolve();

  const newestHeld = () => local?.held.at(-1);
  const read = (from: number, to: number) => db.getAll("messages", inSeqRange(id, from, to));

  function report() {
    if (isStopped) return;
    const top = span?.to ?? 0;
    ahead = ahead.filter((row) => row.seq > top && row.seq - top <= mostAhead);
    const lastSeq = local?.row.lastSeq ?? 0;
    options.changed({
      rows: ahead.length ? [...rows, ...ahead] : rows,
      hasOlder: span ? span.from > 1 : lastSeq > 0,
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
  }

  async function fill(kind: "before" | "after" | "around", seq: number): Promise<void> {
    filling++;
    report();
    try {
      await fetchPage(db, id, kind, seq, options.ask, options.tell);
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
    const above = local.held.filter((range) => range.from > to);
    return rangeAt(local.held, to)?.to === to && lengthOfRanges(above) <= ahead.length;
  }

  async function showLatest(): Promise<void> {
    const range = local?.held.findLast((it) => !ahead.some((row) => row.seq === it.from));
    if (!range) return;
    const from = Math.max(range.from, range.to - pageSize + 1);
    rows = await read(from, range.to);
    span = { from, to: range.to };
    if (range.to - from + 1 < pageSize / 2 && from > 1) await extendDown(pageSize);
  }

  async function extendDown(count: number): Promise<void> {
    if (!span || span.from <= 1) return;
    let range = rangeAt(local?.held ?? [], span.from);
    if (range && range.from === span.from) {
      await fill("before", span.from);
      range = rangeAt(local?.held ?? [], span.from);
    }
    if (!range || range.from >= span.from) return;
    const from = Math.max(range.from, span.from - count);
    const older = await read(from, span.from - 1);
    await options.settled?.();
    rows = [...older, ...rows];
    span = { from, to: span.to };
    await letGo((all) => all.slice(0, mostRows - 500));
  }

  async function extendUp(count: number): Promise<void> {
    if (!span) return;
    let range = rangeAt(local?.held ?? [], span.to);
    if (range && range.to === span.to && span.to < (local?.row.lastSeq ?? 0)) {
      await fill("after", span.to);
      range = rangeAt(local?.held ?? [], span.to);
    }
    if (!range || range.to <= span.to) return;
    const to = Math.min(range.to, span.to + count);
    rows = [...rows, ...(await read(span.to + 1, to))];
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
    const range = rangeAt(local?.held ?? [], span.to);
    const told = touched.messages.get(id);
    if (!range || range.from > span.from || told === "many") {
      span = null;
      return showLatest();
    }
    const changed = told ?? [];
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
        if (!rangeAt(local?.held ?? [], target)) await fill("around", target);
        const range = rangeAt(local?.held ?? [], target);
        if (!range) return;
        const from = Math.max(range.from, target - pageSize / 2);
        const to = Math.min(range.to, target + pageSize / 2);
        rows = await read(from, to);
        span = { from, to };
      }),
    touched: (touched: Touched) => inTurn(() => follow(touched)),
    stop() {
      isStopped = true;
    },
  };
}
