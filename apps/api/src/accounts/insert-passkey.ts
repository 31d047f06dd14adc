import type { Db } from "@parley/db";
import { AppError, type UserId } from "@parley/schema";
import type { Context } from "../context.ts";
import type { checkNewPasskey } from "./check-passkey.ts";
import { nameOfPasskey } from "./passkey-names.ts";

type NewPasskey = Awaited<ReturnType<typeof checkNewPasskey>>;

/** Keeps a passkey that was checked. One that is here already stays whose it is. */
export async function insertPasskey(
  ctx: Context,
  db: Db,
  userId: UserId,
  { aaguid, ...passkey }: NewPasskey,
  name: string,
) {
  const inserted = await db
    .insertInto("passkeys")
    .values({ ...passkey, user_id: userId, name: nameOfPasskey(ctx, name, aaguid), created_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!inserted) throw new AppError("conflict", "passkey_failed", "This passkey is already in use.");
}
