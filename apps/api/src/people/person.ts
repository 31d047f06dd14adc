import type { FileId, Person, PrivacyKey, Status, UserId } from "@parley/schema";
import { type RawBuilder, sql } from "kysely";

/** Who looks: a user, or null for what may be told to everyone at once. */
export type Viewer = UserId | null | RawBuilder<UserId>;

/** A user as this viewer may see them: photo, bio and status only if they are shown to them. */
export function personColumns(viewer: Viewer) {
  const isShown = (what: PrivacyKey | "status") => sql<boolean>`shows(users.id, ${asUuid(viewer)}, ${what})`;
  return [
    "users.id",
    "users.username",
    "users.display_name",
    "users.deleted_at",
    sql<FileId | null>`case when ${isShown("photo")} then users.avatar_id end`.as("avatar_id"),
    sql<string>`case when ${isShown("bio")} then users.bio else '' end`.as("bio"),
    sql<Status | null>`case when ${isShown("status")} then users.status end`.as("status"),
    viewer === null
      ? sql<boolean>`not (${isShown("photo")} and ${isShown("bio")})`.as("is_partial")
      : sql<boolean>`false`.as("is_partial"),
  ] as const;
}

const asUuid = (viewer: Viewer) => (typeof viewer === "object" && viewer ? viewer : sql`${viewer}::uuid`);

type PersonRecord = {
  id: UserId;
  username: string;
  display_name: string;
  deleted_at: Date | null;
  avatar_id: FileId | null;
  bio: string;
  status: Status | null;
  is_partial: boolean;
};

export function toPerson(row: PersonRecord): Person {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    avatarId: row.avatar_id,
    bio: row.bio,
    isDeleted: row.deleted_at !== null,
    ...(row.status && { status: row.status }),
    ...(row.is_partial && { isPartial: true as const }),
  };
}
