import type { Db } from "@parley/db";
import { limits, type MessageRow, type ReactionRow, type SeqRange } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { readableReactions, toReactionRow } from "../messages/reactions.ts";
import { type Reader, readerOf, visibleMessages } from "../messages/readable-messages.ts";
import { type MessageRecord, toGoneRow, toMessageRow } from "../messages/wire-row.ts";
import type { PullChanges } from "./pull-changes.ts";

type Held = { messages: MessageRow[]; reactions: ReactionRow[]; lastRev: number; more: boolean };

/** Changes to the messages that the device holds. A page ends between two revs, so that its last rev is a cursor. */
export async function changedHeld(ctx: SignedIn, input: PullChanges, from: number): Promise<Held> {
  if (input.holding.length + input.threads.length === 0)
    return { messages: [], reactions: [], lastRev: from, more: false };
  const reader = readerOf(ctx, { conversationId: input.conversationId });
  const messages = changedMessages(ctx.db, reader, input, from);
  const reactions = changedReactions(ctx.db, reader, input, from);
  const rows = {
    messages: await messages.limit(limits.pullPage + 1).execute(),
    reactions: await reactions.limit(limits.pullPage + 1).execute(),
  };
  const cuts = [rows.messages, rows.reactions].flatMap((it) => it[limits.pullPage]?.rev ?? []);
  if (cuts.length === 0) return wireOf(reader, rows, 0, false);

  const cut = Math.min(...cuts);
  const whole = {
    messages: rows.messages.filter((row) => row.rev < cut),
    reactions: rows.reactions.filter((row) => row.rev < cut),
  };
  if (whole.messages.length + whole.reactions.length > 0) return wireOf(reader, whole, cut - 1, true);
  const one = {
    messages: await messages.where("messages.rev", "=", cut).execute(),
    reactions: await reactions.where("reactions.rev", "=", cut).execute(),
  };
  return wireOf(reader, one, cut, true);
}

type Holding = Pick<PullChanges, "holding" | "threads">;

/** Also what has expired: when its time began is one of the changes that a device may have missed. */
export function changedMessages(db: Db, reader: Reader, input: Holding, from: number) {
  return visibleMessages(db, reader)
    .where("messages.rev", ">", from)
    .where(isHeld(input))
    .orderBy("messages.rev")
    .orderBy("messages.seq");
}

/** A device that has nothing need not hear of what is gone. */
export function changedReactions(db: Db, reader: Reader, input: Holding, from: number) {
  return readableReactions(db, reader)
    .where("reactions.rev", ">", from)
    .where(isHeld(input))
    .$if(from === 0, (query) => query.where("reactions.is_removed", "=", false))
    .orderBy("reactions.rev");
}

function isHeld({ holding, threads }: Holding) {
  const inStretches = sql<boolean>`messages.seq <@ ${multirange(holding)}::int4multirange`;
  if (threads.length === 0) return inStretches;
  const named = threads.map(
    (it) => sql`((messages.thread_id = ${it.threadId} or messages.id = ${it.threadId})
      and messages.seq <@ ${multirange(it.holding)}::int4multirange)`,
  );
  return sql<boolean>`(${sql.join([inStretches, ...named], sql` or `)})`;
}

const multirange = (ranges: SeqRange[]) =>
  `{${ranges.map((it) => `[${bounded(it.from)},${bounded(it.to)}]`).join(",")}}`;

function wireOf(
  { now }: Reader,
  rows: { messages: MessageRecord[]; reactions: Parameters<typeof toReactionRow>[0][] },
  lastRev: number,
  more: boolean,
): Held {
  return {
    messages: rows.messages.map((row) =>
      row.expires_at && row.expires_at <= now ? toGoneRow(row) : toMessageRow(row),
    ),
    reactions: rows.reactions.map(toReactionRow),
    lastRev,
    more,
  };
}

const bounded = (seq: number) => Math.min(seq, 2_147_483_646);
