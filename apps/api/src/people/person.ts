import type { FileId, Person, UserId } from "@parley/schema";

export const personColumns = [
  "users.id",
  "users.username",
  "users.display_name",
  "users.avatar_id",
  "users.bio",
  "users.deleted_at",
] as const;

type PersonRecord = {
  id: UserId;
  username: string;
  display_name: string;
  avatar_id: FileId | null;
  bio: string;
  deleted_at: Date | null;
};

/** A user as others may see them. */
export function toPerson(row: PersonRecord): Person {
  return {
    id: row.id,
    username: row.username,
    displayName: row.display_name,
    avatarId: row.avatar_id,
    bio: row.bio,
    isDeleted: row.deleted_at !== null,
  };
}
