import { AppError, type ConversationId, type FileId, type LinkPreview, type MessageId, newId } from "@parley/schema";
import sharp from "sharp";
import type { App } from "../context.ts";
import { inConversation } from "../conversations/in-conversation.ts";
import { type MessageRecord, toMessageRow } from "../messages/wire-row.ts";
import { fetchPublic, NotFetched } from "./fetch-public.ts";
import { firstLink } from "./first-link.ts";
import { readPage } from "./read-page.ts";

export type PreviewLink = { conversationId: ConversationId; messageId: MessageId };

const pageLimits = { bytes: 512 * 1_024, timeMs: 8_000 };
const pictureLimits = { bytes: 4 * 1_024 * 1_024, timeMs: 8_000 };
const widest = 640;

/** Looks at the first address in a message and puts what it finds below it, unless its author does not want that. */
export async function previewLink(app: App, { conversationId, messageId }: PreviewLink): Promise<void> {
  const message = await app.db.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirst();
  const url = message && linkOf(message);
  if (!url || !app.config.previews.isOn || !(await wantsPreviews(app, message))) return;
  const preview = await look(app, message, url).catch((error: Error) => {
    if (!(error instanceof NotFetched)) throw error;
    return null;
  });
  if (!preview) return;

  await inConversation({ ...app, userId: message.sender_id }, conversationId, async (tx) => {
    const now = await tx.db.selectFrom("messages").selectAll().where("id", "=", messageId).executeTakeFirstOrThrow();
    if (linkOf(now) !== url) return;
    const kept = await tx.db
      .updateTable("messages")
      .set({ details: JSON.stringify({ ...now.details, link: preview }), rev: tx.rev })
      .where("id", "=", messageId)
      .returningAll()
      .executeTakeFirstOrThrow();
    tx.changed({ messages: [toMessageRow(kept)] });
  }).catch((error: Error) => {
    // Its author has left meanwhile.
    if (!(error instanceof AppError)) throw error;
  });
}

/** The address a message is to be previewed by, if any. */
export function linkOf({
  kind,
  text,
  details,
  deleted_at,
}: Pick<MessageRecord, "kind" | "text" | "details" | "deleted_at">) {
  return kind === "text" && !deleted_at && !details.noLink ? firstLink(text) : null;
}

async function wantsPreviews({ db }: App, { sender_id }: MessageRecord): Promise<boolean> {
  const preference = await db
    .selectFrom("user_rows")
    .select("value")
    .where("user_id", "=", sender_id)
    .where("kind", "=", "preference")
    .where("key", "=", "linkPreviews")
    .executeTakeFirst();
  return preference?.value !== false;
}

async function look(app: App, message: MessageRecord, address: string): Promise<LinkPreview | null> {
  const { allowed } = app.config.previews;
  const page = await fetchPublic(address, { ...pageLimits, allowed });
  if (!/^(text\/html|application\/xhtml\+xml)/i.test(page.type)) return null;
  const words = readPage(page.body, page.type, page.url);
  if (!words) return null;
  const image = words.imageUrl && (await keepPicture(app, message, words.imageUrl));
  return {
    url: address,
    title: words.title,
    site: words.site,
    ...(words.description && { description: words.description }),
    ...(image && { image }),
  };
}

/** Made anew from its dots, so that nothing else of the file reaches anybody. */
async function keepPicture(app: App, { sender_id }: MessageRecord, address: string): Promise<LinkPreview["image"]> {
  try {
    const { body } = await fetchPublic(address, { ...pictureLimits, allowed: app.config.previews.allowed });
    const made = await sharp(body, { limitInputPixels: 50_000_000, failOn: "error" })
      .rotate()
      .resize({ width: widest, height: widest, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 76 })
      .toBuffer({ resolveWithObject: true });
    const { width, height, size } = made.info;
    if (width < 32 || height < 32) return undefined;
    const fileId = newId<FileId>();
    await app.db
      .insertInto("files")
      .values({ id: fileId, owner_id: sender_id, kind: "preview", mime: "image/webp", size })
      .execute();
    await app.files.put(`previews/${fileId}`, made.data);
    return { fileId, width, height };
  } catch {
    // A page is worth showing without its picture, whatever was wrong with that.
    return undefined;
  }
}
