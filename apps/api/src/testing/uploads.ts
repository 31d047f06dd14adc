import {
  type AttachmentInput,
  attachmentPath,
  type ConversationId,
  type FileId,
  type FileVariant,
  type MessageId,
  newId,
  type UserId,
} from "@parley/schema";
import sharp from "sharp";
import type { App } from "./start-app.ts";

type User = { id: UserId };
type Given = Partial<Omit<AttachmentInput, "fileId">>;

const base64 = (text: string) => Buffer.from(text).toString("base64");

/** The doors for files as a device of this user's knocks at them. */
export async function uploaderOf(app: Pick<App, "url" | "sessionCookieOf">, user: User) {
  const cookie = await app.sessionCookieOf(user);
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array<ArrayBuffer>) =>
    fetch(`${app.url}/files/uploads${path}`, {
      method,
      headers: { cookie, origin: app.url, "tus-resumable": "1.0.0", ...headers },
      ...(body && { body }),
    });

  return {
    begin: (fileId: string, size: number | string, name = "file.bin", headers: Record<string, string> = {}) =>
      ask("POST", "", {
        "upload-length": String(size),
        "upload-metadata": `fileId ${base64(fileId)},name ${base64(name)}`,
        ...headers,
      }),
    put: (fileId: string, offset: number, bytes: Uint8Array, headers: Record<string, string> = {}) =>
      ask(
        "PATCH",
        `/${fileId}`,
        { "upload-offset": String(offset), "content-type": "application/offset+octet-stream", ...headers },
        new Uint8Array(bytes),
      ),
    look: (fileId: string) => ask("HEAD", `/${fileId}`),
    stop: (fileId: string) => ask("DELETE", `/${fileId}`),
  };
}

/** Uploads a file of the user's, whole. */
export async function upload(app: App, user: User, bytes: Uint8Array, name = "file.bin"): Promise<FileId> {
  const fileId = newId<FileId>();
  const uploader = await uploaderOf(app, user);
  const begun = await uploader.begin(fileId, bytes.length, name);
  if (begun.status !== 201) throw new Error(`An upload was refused: ${begun.status} ${await begun.text()}`);
  const put = await uploader.put(fileId, 0, bytes);
  if (put.status !== 204) throw new Error(`Bytes were refused: ${put.status} ${await put.text()}`);
  return fileId;
}

/** Sends these files in one message. */
export async function sendFiles(
  app: App,
  user: User,
  conversationId: ConversationId,
  files: (FileId | (Given & { fileId: FileId }))[],
  more: { text?: string; to?: UserId } = {},
) {
  const messageId = newId<MessageId>();
  const attachments = files.map((it) => ({ name: "file.bin", ...(typeof it === "string" ? { fileId: it } : it) }));
  const sent = await app.as(user).messages.send.mutate({ conversationId, messageId, attachments, ...more });
  return { messageId, ...sent };
}

/** Asks for a file of a message, with a ticket of this user's unless one is given. */
export async function fetchFile(
  app: App,
  user: User,
  { messageId, fileId }: { messageId: MessageId; fileId: FileId },
  {
    variant = "original",
    ticket,
    headers = {},
    method = "GET",
  }: { variant?: FileVariant | (string & {}); ticket?: string; headers?: Record<string, string>; method?: string } = {},
) {
  const pass = ticket ?? (await app.as(user).files.ticket.query()).ticket;
  return fetch(
    `${app.url}${attachmentPath(messageId, fileId, variant as FileVariant)}?ticket=${encodeURIComponent(pass)}`,
    {
      method,
      headers: { cookie: await app.sessionCookieOf(user), ...headers },
    },
  );
}

/** A picture of noise, three bytes for each of its pixels. */
export function noisyPicture(side: number): Promise<Buffer> {
  const noise = Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
  const raw = Buffer.concat(Array.from({ length: Math.ceil((side * side * 3) / noise.length) }, () => noise));
  return sharp(raw.subarray(0, side * side * 3), { raw: { width: side, height: side, channels: 3 } })
    .png({ compressionLevel: 0 })
    .toBuffer();
}

/** A picture of few bytes that takes forty megabytes once it is drawn. */
export function hugePicture(): Promise<Buffer> {
  return sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
}
