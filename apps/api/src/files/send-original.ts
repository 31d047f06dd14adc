import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { App } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Found } from "./find-attachment.ts";
import { attachmentKey, playableKey } from "./keys.ts";
import { rangeIn } from "./range-in.ts";
import { inlineType } from "./tell-type.ts";

type Asked = { request: IncomingMessage; response: ServerResponse };

/** The bytes as they were sent, or the asked stretch of them; in place only where no browser could take them for a program. */
export async function sendOriginal(
  ctx: Pick<App, "files">,
  file: Found,
  { isDownload, ...asked }: Asked & { isDownload: boolean },
): Promise<void> {
  const { response } = asked;
  const type = inlineType(file.mime);
  response.setHeader("content-type", (!isDownload && type) || "application/octet-stream");
  response.setHeader("content-disposition", `${isDownload || !type ? "attachment" : "inline"}; ${nameIn(file.name)}`);
  await sendStored(ctx, { key: attachmentKey(file.fileId), size: file.size }, asked);
}

/** What every browser plays of a film that few do. */
export async function sendPlayable(ctx: Pick<App, "files">, file: Found, asked: Asked): Promise<void> {
  const { playable_size: size } = file;
  if (!size) throw notFound();
  asked.response.setHeader("content-type", "video/mp4");
  await sendStored(ctx, { key: playableKey(file.fileId), size }, asked);
}

async function sendStored(
  { files }: Pick<App, "files">,
  { key, size }: { key: string; size: number },
  { request, response }: Asked,
): Promise<void> {
  response.setHeader("accept-ranges", "bytes");
  const range = rangeIn(request.headers, size, response.getHeader("etag"));
  if (range === "unsatisfiable") {
    response.writeHead(416, { "content-range": `bytes */${size}` }).end();
    return;
  }
  const stream = await files.read(key, range ?? undefined);
  if (!stream) throw notFound();
  response.statusCode = range ? 206 : 200;
  response.setHeader("content-length", range ? range.to - range.from + 1 : size);
  if (range) response.setHeader("content-range", `bytes ${range.from}-${range.to}/${size}`);
  if (request.method === "HEAD") {
    stream.destroy();
    response.end();
    return;
  }
  // Whoever stops reading half way through has had enough: that is no failure.
  await pipeline(stream, response).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ERR_STREAM_PREMATURE_CLOSE" && error.code !== "ECONNRESET") throw error;
  });
}

/** For old readers in ASCII, for all others as it is written. */
function nameIn(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
