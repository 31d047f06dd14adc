import type { FilesTable } from "@parley/db";
import { AppError, type Attachment, type AttachmentInput, type FileId, type MessageId } from "@parley/schema";
import { type Selectable, sql } from "kysely";
import type { SignedIn } from "../context.ts";
import { cleanName } from "../files/clean-name.ts";
import { finishIfWhole } from "../files/finish-upload.ts";
import { kindOf } from "../files/tell-type.ts";

/** What sending asks of its surroundings. */
export type Sending = Pick<
  SignedIn,
  "db" | "userId" | "drawer" | "files" | "filing" | "jobs" | "later" | "now" | "scanner"
>;

/** Seconds after which a file that is being checked may be asked for again. */
const checkTakes = 5;

/** The files of a message: the sender's own or stickers of packs they keep, and as they are, whatever the device says they are. */
export async function attachmentsIn(ctx: Sending, messageId: MessageId, given: AttachmentInput[]) {
  const ids = given.map((it) => it.fileId);
  if (new Set(ids).size < ids.length) throw new AppError("bad_input", "bad_input", "Each file is sent once.");
  const stickerIds = given.filter((it) => it.as === "sticker").map((it) => it.fileId);
  const found = [...(await listOwn(ctx, ids)), ...(await listKeptStickers(ctx, stickerIds))];
  const files = new Map(found.map((file) => [file.id, file]));
  if (files.size < ids.length) {
    // A repeat is answered as the first time, whatever has become of its files since.
    const sent = await findSentBefore(ctx, messageId);
    if (sent) return sent;
    throw fileUnfinished();
  }
  const attachments: Attachment[] = [];
  for (const it of given) attachments.push(attachmentOf(it, files.get(it.fileId)));
  return attachments;
}

export const fileUnfinished = () =>
  new AppError("conflict", "file_unfinished", "This file has not been uploaded to its end.");

const seen = ["is_undrawable", "width", "height", "thumb_hash", "duration_ms", "playable"] as const;
const columns = ["id", "state", "mime", "size", ...seen] as const;
type OwnFile = Pick<Selectable<FilesTable>, (typeof columns)[number]>;

function attachmentOf(given: AttachmentInput, file: OwnFile | undefined): Attachment {
  if (!file || file.state === "uploading" || file.state === "erasing") throw fileUnfinished();
  if (file.state === "held")
    throw new AppError("rate_limited", "file_in_check", "This file is still being checked.", {
      retryAfter: checkTakes,
    });
  if (file.state === "refused") throw new AppError("not_allowed", "file_refused", "This file was refused.");
  const { as, name, alt, ...shown } = given;
  const kind = kindOf(file, as);
  if (!kind) throw new AppError("bad_input", "bad_input", "This file is not what it is sent as.");
  const facts = { ...shown, ...seenIn(file), ...(alt && { alt }) };
  return { ...facts, kind, name: cleanName(name), mime: file.mime, size: file.size };
}

/** What the server saw in it. */
const seenIn = ({ width, height, thumb_hash, duration_ms, playable }: OwnFile) => ({
  ...(width && height && { width, height }),
  ...(thumb_hash && { thumbHash: thumb_hash }),
  ...(duration_ms && { durationMs: duration_ms }),
  ...(playable === "needed" && { playable: "making" as const }),
  ...(playable === "made" && { playable }),
});

async function listOwn(ctx: Sending, ids: FileId[]): Promise<OwnFile[]> {
  const files = await readOwn(ctx, ids);
  const unfinished = files.filter((it) => it.state === "uploading");
  if (unfinished.length === 0) return files;
  for (const { id } of unfinished) await finishIfWhole(ctx, id);
  return readOwn(ctx, ids);
}

function readOwn({ db, userId }: Sending, ids: FileId[]): Promise<OwnFile[]> {
  return db
    .selectFrom("files")
    .select(columns)
    .where("id", "in", ids)
    .where("owner_id", "=", userId)
    .where("kind", "=", "attachment")
    .execute();
}

/** Of packs that the sender keeps, whoever made them. */
async function listKeptStickers({ db, userId }: Sending, ids: FileId[]): Promise<OwnFile[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom("pack_files")
    .innerJoin("files", "files.id", "pack_files.file_id")
    .innerJoin("user_rows", (it) => it.on("user_rows.key", "=", sql<string>`pack_files.pack_id::text`))
    .select(columns.map((it) => `files.${it}` as const))
    .where("pack_files.file_id", "in", ids)
    .where("user_rows.user_id", "=", userId)
    .where("user_rows.kind", "=", "stickers")
    .where("user_rows.value", "is not", null)
    .execute();
}

async function findSentBefore({ db, userId }: Sending, messageId: MessageId): Promise<Attachment[] | undefined> {
  const row = await db
    .selectFrom("messages")
    .select("details")
    .where("id", "=", messageId)
    .where("sender_id", "=", userId)
    .executeTakeFirst();
  return row && (row.details.attachments ?? []);
}
