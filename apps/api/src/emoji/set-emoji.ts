import { AppError, type CustomEmoji, type EmojiId, keepsPlace, limits } from "@parley/schema";
import type { UserTx } from "../accounts/in-user.ts";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { eraseUnheld } from "../files/erase-files.ts";
import { requireOwnPicture } from "./require-own-picture.ts";
import { saveEmoji } from "./save-emoji.ts";
import { tellAll } from "./tell-all.ts";

/**
 * Makes an emoji, calls it something else, or with null removes it; its maker alone may, but
 * those who keep the whole place remove any. The rev answered is the row's
 * own. `follow` is to be done once it has committed.
 */
export async function setEmoji(
  ctx: SignedIn,
  tx: UserTx,
  id: EmojiId,
  value: CustomEmoji | null,
): Promise<{ rev: number; follow?: () => Promise<unknown> }> {
  const before = await tx.db
    .selectFrom("emoji")
    .select(["maker_id", "value", "rev"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (before && before.maker_id !== ctx.userId && !(keepsPlace(ctx.role) && value === null))
    throw notAllowed("Who made an emoji can change it, and nobody else.");
  if (value && value.makerId !== ctx.userId) throw notAllowed("An emoji says who made it.");
  if (!before?.value) {
    // Taken back before the server had it, or removed twice.
    if (!value) return { rev: before?.rev ?? 0 };
    if (before) throw notFound();
    await requireRoom(tx);
    await requireOwnPicture({ ...ctx, db: tx.db }, value.fileId);
  } else if (value && value.fileId !== before.value.fileId)
    throw new AppError("bad_input", "bad_input", "The picture of an emoji stays.");

  const rev = (before?.rev ?? 0) + 1;
  const saved = await saveEmoji(tx.db, { id, rev, before: before?.value ?? null, value });
  tx.publish(...(await tellAll(tx.db, { kind: "emoji", key: id, value: saved, rev }, ctx.now(), ctx.userId)));
  const gone = !value && before?.value?.fileId;
  return { rev, ...(gone && { follow: () => eraseUnheld(ctx, [gone]) }) };
}

// The user is locked: of two made at once the later is counted with the earlier.
async function requireRoom({ db, userId }: UserTx): Promise<void> {
  const { count } = await db
    .selectFrom("emoji")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .where("maker_id", "=", userId)
    .where("value", "is not", null)
    .executeTakeFirstOrThrow();
  if (Number(count) >= limits.emojiEach)
    throw new AppError("conflict", "too_large", `Nobody makes more than ${limits.emojiEach} emoji.`);
}
