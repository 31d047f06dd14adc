import { foldUsername, type inputs, type Person, usernameKey } from "@parley/schema";
import { sql } from "kysely";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { personColumns, toPerson } from "../people/person.ts";
import { tellWatchers } from "../people/tell-people.ts";
import { inUser, type UserTx } from "./in-user.ts";
import { isTaken } from "./is-taken.ts";
import { requireUsername, usernameError, whyNotUsername } from "./usernames.ts";

type UpdateProfile = InferOutput<typeof inputs.updateProfile>;

/** Changes what others see of the user, and shows it to those who are online. */
export async function updateProfile(ctx: SignedIn, input: UpdateProfile): Promise<Person> {
  try {
    return await inUser(ctx, ctx.userId, (tx) => change(tx, input, ctx.now()));
  } catch (error) {
    // Someone else took the name between our look and our write.
    if (input.username === undefined || !isTaken(error, "users_username_key_key")) throw error;
    throw usernameError((await whyNotUsername(ctx.db, input.username, ctx.userId)) ?? "username_taken");
  }
}

async function change(
  tx: UserTx,
  { username, displayName, bio, avatarId, status }: UpdateProfile,
  now: Date,
): Promise<Person> {
  if (username !== undefined) await requireUsername(tx.db, username, tx.userId);
  if (avatarId) await requireOwnFile(tx, avatarId);
  const row = await tx.db
    .updateTable("users")
    .set({
      ...(username === undefined ? {} : { username: foldUsername(username), username_key: usernameKey(username) }),
      ...(displayName === undefined ? {} : { display_name: displayName }),
      ...(bio === undefined ? {} : { bio }),
      ...(avatarId === undefined ? {} : { avatar_id: avatarId }),
      ...(status === undefined ? {} : { status: status && JSON.stringify(status) }),
      row_xid: sql`pg_current_xact_id()`,
    })
    .where("users.id", "=", tx.userId)
    .returning(personColumns(tx.userId))
    .executeTakeFirstOrThrow();
  tx.accountChanged();
  tx.publish(...(await tellWatchers(tx.db, tx.userId, now)));
  return toPerson(row);
}

async function requireOwnFile({ db, userId }: UserTx, fileId: NonNullable<UpdateProfile["avatarId"]>) {
  const file = await db
    .selectFrom("files")
    .select("id")
    .where("id", "=", fileId)
    .where("owner_id", "=", userId)
    .executeTakeFirst();
  if (!file) throw notFound();
}
