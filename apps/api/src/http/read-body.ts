import type { IncomingMessage } from "node:http";
import { AppError } from "@parley/schema";

/** The whole body, or `too_large` as soon as it is known to be larger: nothing beyond the limit is read in. */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return reject(tooLarge());
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      request.pause();
      reject(tooLarge());
    });
    request.on("end", () => resolve(Buffer.concat(chunks, size)));
    request.on("error", reject);
    request.on("close", () => {
      if (!request.complete) reject(new AppError("bad_input", "bad_input", "The request ended early."));
    });
  });
}

const tooLarge = () => new AppError("too_large", "too_large", "That is too large.");
