import { once } from "node:events";
import { connect } from "node:net";
import type { Readable } from "node:stream";

/** Looks into files for what harms. */
export type Scanner = {
  /** The name of what it found; null when there is nothing. Throws when it cannot say. */
  scan(bytes: Readable): Promise<string | null>;
};

const patienceMs = 120_000;
const chunkBytes = 65_536;

/** ClamAV's daemon at `host:port`, asked by its INSTREAM: each chunk after its length, then a length of nothing. */
export function openClamScanner(address: string): Scanner {
  const { hostname, port } = new URL(`tcp://${address}`);
  return {
    async scan(bytes) {
      const socket = connect(Number(port), hostname);
      socket.setTimeout(patienceMs, () => socket.destroy(new Error("The scanner does not answer.")));
      const answer = readAll(socket);
      // It is awaited below; until then a failure is one of writing.
      answer.catch(() => {});
      try {
        await once(socket, "connect");
        socket.write("zINSTREAM\0");
        for await (const chunk of bytes) {
          for (const piece of piecesOf(chunk as Buffer)) if (!socket.write(piece)) await once(socket, "drain");
        }
        socket.write(Buffer.alloc(4));
        return verdictOf(await answer);
      } finally {
        bytes.destroy();
        socket.destroy();
      }
    },
  };
}

function* piecesOf(chunk: Buffer): Iterable<Buffer> {
  for (let at = 0; at < chunk.length; at += chunkBytes) {
    const piece = chunk.subarray(at, at + chunkBytes);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(piece.length);
    yield length;
    yield piece;
  }
}

async function readAll(socket: AsyncIterable<Buffer>): Promise<string> {
  let answer = "";
  for await (const chunk of socket) {
    answer += chunk.toString("utf8");
    if (answer.includes("\0")) break;
  }
  return answer.split("\0", 1)[0] ?? "";
}

function verdictOf(answer: string): string | null {
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1];
  if (found) return found;
  if (answer === "stream: OK") return null;
  throw new Error(`The scanner says: ${answer || "nothing"}`);
}
