import {
  AppError,
  lengthOf,
  limits,
  messageId,
  normaliseText,
  type UserRow,
  type UserRowKind,
  userId,
} from "@parley/schema";
import * as v from "valibot";
import { inUser } from "../accounts/in-user.ts";
import type { SignedIn } from "../context.ts";

export type SetOwn = { kind: UserRowKind; key: string; value: unknown };

/** Nobody needs more, and a broken device must not fill the database. */
const rowsOfOneKind = 1_000;

const draft = v.nullable(
  v.strictObject({
    text: v.pipe(
      v.string(),
      v.transform(normaliseText),
      v.check((text) => lengthOf(text) <= limits.draftLength, `Use at most ${limits.draftLength} characters.`),
    ),
    replyToId: v.optional(v.nullable(messageId)),
    editingId: v.optional(v.nullable(messageId)),
  }),
);
const preference = v.pipe(
  v.unknown(),
  v.check((value) => value !== undefined, "Give a value, or null to remove it."),
  v.check(
    (value) => Buffer.byteLength(JSON.stringify(value) ?? "") <= limits.preferenceBytes,
    "This preference is too large.",
  ),
  v.check(
    (value) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(value) ?? ""),
    "This preference holds characters that cannot be kept.",
  ),
);
const values = { draft, preference, block: v.nullable(v.literal(true)) } satisfies Record<UserRowKind, v.GenericSchema>;

/** Sets one of the user's own rows, or removes it with null; their other devices hear of it. */
export async function setOwn(ctx: SignedIn, input: SetOwn): Promise<{ rev: number }> {
  const { kind } = input;
  const value: unknown = v.parse(values[kind], input.value);
  const key = kind === "preference" ? input.key : v.parse(userId, input.key);
  if (kind === "block" && key === ctx.userId)
    throw new AppError("bad_input", "bad_input", "You cannot block yourself.");

  return inUser(ctx, ctx.userId, async (tx) => {
    const kept = await tx.db
      .selectFrom("user_rows")
      .select(["key", "value"])
      .where("user_id", "=", ctx.userId)
      .where("kind", "=", kind)
      .execute();
    const isNew = !kept.some((row) => row.key === key);
    if (isNew && kept.length >= rowsOfOneKind)
      throw new AppError("conflict", "too_large", "There is no room for more of these.");

    const json = value === null ? null : JSON.stringify(value);
    await tx.db
      .insertInto("user_rows")
      .values({ user_id: ctx.userId, kind, key, value: json, rev: tx.rev })
      .onConflict((it) => it.columns(["user_id", "kind", "key"]).doUpdateSet({ value: json, rev: tx.rev }))
      .execute();
    tx.changed({ own: [{ kind, key, value, rev: tx.rev } satisfies UserRow] });
    return { rev: tx.rev };
  });
}
