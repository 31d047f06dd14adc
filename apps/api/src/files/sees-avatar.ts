import type { FileId } from "@parley/schema";
import { sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { isLiveInvite } from "../conversations/invites.ts";

/**
 * Whether somebody is shown this picture: they brought it, it is of a person who shows it to them, or of a group they are
 * in, a public channel, or the group that an invite link leads to.
 */
export async function seesAvatar({ db, userId, now }: SignedIn, id: FileId, invite = ""): Promise<boolean> {
  const { isSeen } = await db
    .selectNoFrom(({ exists, or, selectFrom }) => {
      const pictured = selectFrom("conversations").select("conversations.id").where("conversations.avatar_id", "=", id);
      return or([
        exists(
          selectFrom("users")
            .select("users.id")
            .where("users.avatar_id", "=", id)
            .where(sql<boolean>`shows(users.id, ${userId}, 'photo')`),
        ),
        exists(
          pictured
            .innerJoin("members", "members.conversation_id", "conversations.id")
            .where("members.user_id", "=", userId)
            .where("members.left_at", "is", null),
        ),
        exists(
          pictured
            .where("conversations.kind", "=", "channel")
            .where("conversations.address", "is not", null)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom("bans")
                    .select("bans.user_id")
                    .whereRef("bans.conversation_id", "=", "conversations.id")
                    .where("bans.user_id", "=", userId),
                ),
              ),
            ),
        ),
        exists(
          pictured
            .innerJoin("invites", "invites.conversation_id", "conversations.id")
            .where("invites.code", "=", invite)
            .where(isLiveInvite(now())),
        ),
        exists(selectFrom("files").select("files.id").where("files.id", "=", id).where("files.owner_id", "=", userId)),
      ]).as("isSeen");
    })
    .executeTakeFirstOrThrow();
  return Boolean(isSeen);
}
