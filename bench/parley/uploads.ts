import { Agent, request } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { attachmentPath, type FileId, type MessageId, newId } from "@parley/schema";
import { cookieOf, type Person } from "./populate.ts";

type Asked = { method: string; path: string; cookie: string; headers?: Record<string, string | number> };

/** Files sent and fetched by hand, in pieces that are never all in memory at once. */
export function createFileClient(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 512 });

  function ask({ method, path, cookie, headers }: Asked, body: Iterable<Buffer> = []): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          ...{ host: "127.0.0.1", port, path, method, agent },
          headers: {
            ...{ cookie, host: `localhost:${port}`, origin: `http://localhost:${port}`, "tus-resumable": "1.0.0" },
            ...headers,
          },
        },
        (answer) => {
          let bytes = 0;
          answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
          answer.on("end", () =>
            (answer.statusCode ?? 500) < 300 ? resolve(bytes) : reject(new Error(`${path}: ${answer.statusCode}`)),
          );
        },
      );
      sent.on("error", reject);
      pipeline(Readable.from(body), sent).catch(reject);
    });
  }

  return {
    /** Uploads `times` the same piece as one file. */
    async upload(person: Person, piece: Buffer, times = 1): Promise<FileId> {
      const fileId = newId<FileId>();
      const cookie = cookieOf(person);
      const size = piece.length * times;
      const named = `fileId ${btoa(fileId)},name ${btoa("bench.bin")}`;
      const headers = { "upload-length": size, "upload-metadata": named, "content-length": 0 };
      await ask({ method: "POST", path: "/files/uploads", cookie, headers });
      await ask(
        {
          ...{ method: "PATCH", path: `/files/uploads/${fileId}`, cookie },
          headers: { "upload-offset": 0, "content-type": "application/offset+octet-stream", "content-length": size },
        },
        repeated(piece, times),
      );
      return fileId;
    },
    /** Answers with how many bytes came. */
    fetch: (person: Person, messageId: MessageId, fileId: FileId, variant: "small" | "original", ticket: string) =>
      ask({
        method: "GET",
        path: `${attachmentPath(messageId, fileId, variant)}?ticket=${ticket}`,
        cookie: cookieOf(person),
      }),
    close: () => agent.destroy(),
  };
}

function* repeated(piece: Buffer, times: number) {
  for (let i = 0; i < times; i++) yield piece;
}
