import type { ConversationId, MessageId } from "@parley/schema";
import type { SignedIn } from "../context.ts";
import { notFound } from "../errors.ts";
import { readableMessages, readerOf } from "../messages/readable-messages.ts";

/** The picture of a message's preview, for who may read the message. */
export async function readLinkPicture(
  ctx: SignedIn,
  { conversationId, messageId }: { conversationId: ConversationId; messageId: MessageId },
): Promise<Buffer> {
  const message = await readableMessages(ctx.db, readerOf(ctx, { conversationId }))
    .where("messages.id", "=", messageId)
    .executeTakeFirst();
  const image = message?.details.link?.image;
  const bytes = image && (await ctx.files.get(`previews/${image.fileId}`));
  if (!bytes) throw notFound();
  return bytes;
}
