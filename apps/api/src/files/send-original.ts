import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { App } from "../context.ts";
import { notFound } from "../errors.ts";
import type { Found } from "./find-attachment.ts";
import { attachmentKey } from "./keys.ts";
import { rangeIn } from "./range-in.ts";
import { inlineType } from "./tell-type.ts";

type Asked = { isDownload: boolean; request: IncomingMessage; response: ServerResponse };

/** The bytes as they were sent, or the asked stretch of them; in place only where no browser could take them for a program. */
export async function sendOriginal({ files }: Pick<App, "files">, file: Found, asked: Asked): Promise<void> {
  const { isDownload, request, response } = asked;
  const type = inlineType(file.mime);
  response.setHeader("content-type", (!isDownload && type) || "application/octet-stream");
  response.setHeader("content-disposition", `${isDownload || !type ? "attachment" : "inline"}; ${nameIn(file.name)}`);
  response.setHeader("accept-ranges", "bytes");

  const range = rangeIn(request.headers, file.size, response.getHeader("etag"));
  if (range === "unsatisfiable") {
    response.writeHead(416, { "content-range": `bytes */${file.size}` }).end();
    return;
  }
  const stream = await files.read(attachmentKey(file.fileId), range ?? undefined);
  if (!stream) throw notFound();
  response.statusCode = range ? 206 : 200;
  response.setHeader("content-length", range ? range.to - range.from + 1 : file.size);
  if (range) response.setHeader("content-range", `bytes ${range.from}-${range.to}/${file.size}`);
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
