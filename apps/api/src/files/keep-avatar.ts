import { type FileId, newId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { type AvatarSize, drawAvatar } from "./avatar.ts";

export const avatarKey = (id: FileId, size: AvatarSize) => `avatars/${id}/${size}.webp`;

/** Keeps a picture as an avatar of this user's; their profile or a group of theirs can then name it. */
export async function keepAvatar(ctx: SignedIn, picture: Buffer): Promise<{ fileId: FileId }> {
  const drawn = await drawAvatar(picture);
  const fileId = newId<FileId>(ctx.now().getTime());
  for (const { size, bytes } of drawn) await ctx.files.put(avatarKey(fileId, size), bytes);
  const size = drawn.reduce((sum, it) => sum + it.bytes.length, 0);
  await ctx.db
    .insertInto("files")
    .values({ id: fileId, owner_id: ctx.userId, kind: "avatar", mime: "image/webp", size, created_at: ctx.now() })
    .execute();
  return { fileId };
}
