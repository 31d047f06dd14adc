import { isDeepStrictEqual } from "node:util";
import type { KeptPack, StickerPackId } from "@parley/schema";
import { inUser } from "../accounts/in-user.ts";
import type { App } from "../context.ts";

/** Everybody who keeps a pack has it as it is now, or no longer when it is gone. */
export async function tellKeepers(ctx: Pick<App, "db" | "publish">, id: StickerPackId): Promise<void> {
  const keepers = await ctx.db
    .selectFrom("user_rows")
    .innerJoin("users", "users.id", "user_rows.user_id")
    .select("user_rows.user_id")
    .where("user_rows.kind", "=", "stickers")
    .where("user_rows.key", "=", id)
    .where("user_rows.value", "is not", null)
    .where("users.deleted_at", "is", null)
    .execute();
  for (const { user_id } of keepers)
    await inUser(ctx, user_id, async (tx) => {
      // Read after the lock: of two changes at once, everybody ends with the later.
      const pack = await tx.db.selectFrom("sticker_packs").select("value").where("id", "=", id).executeTakeFirst();
      const row = await tx.db
        .selectFrom("user_rows")
        .select("value")
        .where("user_id", "=", user_id)
        .where("kind", "=", "stickers")
        .where("key", "=", id)
        .executeTakeFirst();
      if (!row?.value) return;
      const { foundIn } = row.value as KeptPack;
      const value = pack && { ...pack.value, ...(foundIn && { foundIn }) };
      if (isDeepStrictEqual(value ?? null, row.value)) return;
      await tx.db
        .updateTable("user_rows")
        .set({ value: value ? JSON.stringify(value) : null, rev: tx.rev })
        .where("user_id", "=", user_id)
        .where("kind", "=", "stickers")
        .where("key", "=", id)
        .execute();
      tx.changed({ own: [{ kind: "stickers", key: id, value: value ?? null, rev: tx.rev }] });
    });
}
