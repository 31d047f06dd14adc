import { readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

type S3rver = { configureBuckets(): Promise<unknown>; callback(): RequestListener };
type Options = { directory: string; silent: boolean; vhostBuckets: boolean; configureBuckets: { name: string }[] };

// An S3 server in a process of its own. s3rver neither lists the parts of an upload, which resuming asks for, nor ends one: that is added here.
const [directory = "", bucket = ""] = process.argv.slice(2);
const Server = createRequire(import.meta.url)("@20minutes/s3rver") as new (options: Options) => S3rver;
const s3rver = new Server({ directory, silent: true, vhostBuckets: false, configureBuckets: [{ name: bucket }] });
await s3rver.configureBuckets();
const answer = s3rver.callback();

const mostMs = 500;

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  const uploadId = searchParams.get("uploadId");
  if (request.method === "PUT") {
    // A store elsewhere takes its time, and never the same.
    setTimeout(() => answer(request, response), Math.random() * mostMs);
    return;
  }
  if (!uploadId || (request.method !== "GET" && request.method !== "DELETE")) return answer(request, response);
  const folder = join(directory, bucket, "._S3rver_uploads", uploadId);
  if (request.method === "DELETE") {
    rm(folder, { recursive: true, force: true }).then(() => response.writeHead(204).end());
    return;
  }
  listParts(folder).then(
    (parts) => response.setHeader("content-type", "application/xml").end(listing(pathname, uploadId, parts)),
    () => response.writeHead(404).end("<Error><Code>NoSuchUpload</Code><Message>None.</Message></Error>"),
  );
});
process.stdin.on("end", () => process.exit()).resume();
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));

type Part = { number: number; size: number; md5: string };

async function listParts(folder: string): Promise<Part[]> {
  const numbers = (await readdir(folder))
    .filter((name) => /^\d+\.md5$/.test(name))
    .map((name) => Number.parseInt(name, 10));
  return Promise.all(
    numbers
      .sort((a, b) => a - b)
      .map(async (number) => ({
        number,
        size: (await stat(join(folder, String(number)))).size,
        md5: await readFile(join(folder, `${number}.md5`), "utf8"),
      })),
  );
}

const listing = (path: string, uploadId: string, parts: Part[]) =>
  `<?xml version="1.0" encoding="UTF-8"?><ListPartsResult><Key>${path}</Key><UploadId>${uploadId}</UploadId><IsTruncated>false</IsTruncated>${parts
    .map((it) => `<Part><PartNumber>${it.number}</PartNumber><ETag>"${it.md5}"</ETag><Size>${it.size}</Size></Part>`)
    .join("")}</ListPartsResult>`;
