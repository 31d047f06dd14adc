import {
  AppError,
  type CustomEmoji,
  type EmojiId,
  type KeptPack,
  limits,
  type StickerPackId,
  type UserRow,
  type UserRowKind,
} from "@parley/schema";
import { sql } from "kysely";
import { inUser, type UserTx } from "../accounts/in-user.ts";
import type { SignedIn } from "../context.ts";
import { setEmoji } from "../emoji/set-emoji.ts";
import { mayHoldFiles, touchWaiting } from "../files/waiting-files.ts";
import { followOwn } from "../people/follow-own.ts";
import { changedOwn } from "../people/named-by-own.ts";
import { keepPack } from "../stickers/keep-pack.ts";
import { parseOwn } from "./own-values.ts";

export type SetOwn = { kind: UserRowKind; key: string; value: unknown };

// Nobody needs more, and a broken device must not fill the database. Removed rows stay, and count only here.
const rowsOfOneKind = 1_000;
const moreRows: Partial<Record<UserRowKind, number>> = {
  contact: 10_000,
  organising: 20_000,
  scheduled: 20_000,
  hidden: 20_000,
  played: 20_000,
  tag: 5_000,
};
const mostOf: Partial<Record<UserRowKind, number>> = {
  folder: limits.folders,
  stickers: limits.stickerPacks,
  scheduled: limits.scheduledMessages,
};

const isAboutOthers = new Set<UserRowKind>(["block", "contact", "request"]);

/** Sets one of the user's own rows, or removes it with null; their other devices hear of it. */
export async function setOwn(ctx: SignedIn, input: SetOwn): Promise<{ rev: number }> {
  const { kind } = input;
  const { key, value } = parseOwn(input);
  if (isAboutOthers.has(kind) && key === ctx.userId)
    throw new AppError("bad_input", "bad_input", "You cannot block yourself, nor be your own contact.");

  let follow: (() => Promise<unknown>) | undefined;
  const answer = await inUser(ctx, ctx.userId, async (tx) => {
    // What one makes for everybody is kept in one place, and told to all.
    if (kind === "emoji") {
      const made = await setEmoji(ctx, tx, key as EmojiId, value as CustomEmoji | null);
      follow = made.follow;
      return { rev: made.rev };
    }
    await requireRoom(tx, { kind, key, isRemoval: value === null });
    if (kind === "stickers") follow = await keepPack(ctx, tx, key as StickerPackId, value as KeptPack | null);
    if (mayHoldFiles(kind)) await touchWaiting(tx.db, ctx.userId, { kind, key }, ctx.now());
    const json = value === null ? null : JSON.stringify(value);
    await tx.db
      .insertInto("user_rows")
      .values({ user_id: ctx.userId, kind, key, value: json, rev: tx.rev })
      .onConflict((it) => it.columns(["user_id", "kind", "key"]).doUpdateSet({ value: json, rev: tx.rev }))
      .execute();
    const row: UserRow = { kind, key, value, rev: tx.rev };
    await changedOwn(tx, [row]);
    await followOwn(tx, row, ctx.now());
    return { rev: tx.rev };
  });
  if (follow) ctx.later(follow());
  return answer;
}

async function requireRoom(tx: UserTx, row: { kind: UserRowKind; key: string; isRemoval: boolean }): Promise<void> {
  const held = await tx.db
    .selectFrom("user_rows")
    .select([
      sql<number>`count(*)::int`.as("rows"),
      sql<number>`count(value)::int`.as("kept"),
      sql<boolean>`coalesce(bool_or(key = ${row.key}), false)`.as("isThere"),
      sql<boolean>`coalesce(bool_or(key = ${row.key} and value is not null), false)`.as("isKept"),
    ])
    .where("user_id", "=", tx.userId)
    .where("kind", "=", row.kind)
    .executeTakeFirstOrThrow();
  const isFull = !held.isThere && held.rows >= (moreRows[row.kind] ?? rowsOfOneKind);
  const hasEnough = !row.isRemoval && !held.isKept && held.kept >= (mostOf[row.kind] ?? Number.POSITIVE_INFINITY);
  if (isFull || hasEnough) throw new AppError("conflict", "too_large", "There is no room for more of these.");
}
