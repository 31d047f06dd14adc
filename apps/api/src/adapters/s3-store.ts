import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type Part, S3, type S3ClientConfig } from "@aws-sdk/client-s3";
import { type MetadataValue, S3Store as S3Uploads } from "@tus/s3-store";
import type { S3Config } from "../config.ts";
import { type FileStore, watchWrites } from "./file-store.ts";
import { createFunnel } from "./funnel.ts";

/** The least that S3 takes as a part that is not the last; each waits on the disk of this machine until it is whole. */
const partBytes = 8 * 1_024 * 1_024;

type Piece = Readable | Buffer;
type PartsArgs = [metadata: MetadataValue, bytes: Readable, firstNumber: number, offset: number];

/** Files in a bucket of any store that speaks S3. */
export function openS3Store(
  { endpoint, bucket, region, ...credentials }: S3Config,
  funnel = createFunnel(),
): FileStore {
  const options: S3ClientConfig = {
    ...{ endpoint, region, credentials, forcePathStyle: true },
    // Not every store knows the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
  const client = new S3(options);
  const at = (Key: string) => ({ Bucket: bucket, Key });

  const uploads = new OrderedUploads({
    // Pieces of one size lie where they lie however often they are sent; what is less waits beside them.
    ...{ partSize: partBytes, minPartSize: partBytes, useTags: false },
    // A piece counts from its first byte on, so that a few slow lines must not keep everybody else waiting.
    maxConcurrentPartUploads: 1_000,
    s3ClientConfig: { ...options, bucket },
  });

  async function find(key: string, range?: string) {
    try {
      const { Body } = await client.getObject({ ...at(key), ...(range && { Range: range }) });
      return Body ?? null;
    } catch (error) {
      if (error instanceof Error && (error.name === "NoSuchKey" || error.name === "NotFound")) return null;
      throw error;
    }
  }

  return {
    async put(key, bytes) {
      await client.putObject({ ...at(key), Body: bytes, ContentLength: bytes.length });
    },
    async get(key) {
      const body = await find(key);
      return body && Buffer.from(await body.transformToByteArray());
    },
    async read(key, range) {
      const body = await find(key, range && `bytes=${range.from}-${range.to}`);
      return body instanceof Readable ? body : null;
    },
    async lend(key, work) {
      const body = await find(key);
      if (!(body instanceof Readable)) return null;
      const folder = await mkdtemp(join(tmpdir(), "parley-lent-"));
      try {
        await writeFile(join(folder, "file"), body, { mode: 0o600 });
        return await work(join(folder, "file"));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async keep(key, path) {
      const { size } = await stat(path);
      await client.putObject({ ...at(key), Body: createReadStream(path), ContentLength: size });
    },
    async remove(key) {
      // A finished upload has a note beside it, an unfinished one also its last piece.
      for (const it of [key, `${key}.info`, `${key}.part`]) await client.deleteObject(at(it));
    },
    uploads,
    settle: watchWrites(uploads, funnel),
  };
}

function nothingIfDone(error: unknown): undefined {
  if (!(error instanceof Error && (error.name === "NoSuchUpload" || error.name === "NoSuchKey"))) throw error;
}

/**
 * Stores the pieces of an upload one after the other. All at once, a crash or a refusal could leave a gap, and what
 * counts the pieces to say where an upload goes on would count past it.
 */
class OrderedUploads extends S3Uploads {
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #together = new Map<string, Promise<void>>();

  protected override async uploadParts(...args: PartsArgs) {
    const [{ file }] = args;
    this.#last.delete(file.id);
    try {
      return await super.uploadParts(...args);
    } finally {
      this.#last.delete(file.id);
    }
  }

  protected override uploadPart(metadata: MetadataValue, piece: Piece, number: number) {
    return this.#afterLast(metadata.file.id, () => super.uploadPart(metadata, piece, number));
  }

  protected override uploadIncompletePart(id: string, piece: Readable) {
    return this.#afterLast(id, () => super.uploadIncompletePart(id, piece));
  }

  /** What stopped after the last piece left an upload that is all there, and not put together yet. Who asks meanwhile waits for it. */
  override async getUpload(id: string) {
    const upload = await super.getUpload(id);
    if (upload.offset !== upload.size) return upload;
    const done = this.#together.get(id) ?? this.#putTogether(id, upload.size).finally(() => this.#together.delete(id));
    this.#together.set(id, done);
    await done;
    return upload;
  }

  async #putTogether(id: string, size: number): Promise<void> {
    const parts = await this.retrieveParts(id).catch(nothingIfDone);
    const stored = parts?.reduce((sum, it) => sum + (it.Size ?? 0), 0);
    if (parts && stored === size) await this.finishMultipartUpload(await this.getMetadata(id), parts);
  }

  /** Another process may be about to: whoever comes second finds it done. */
  protected override finishMultipartUpload(metadata: MetadataValue, parts: Part[]) {
    return super.finishMultipartUpload(metadata, parts).catch(nothingIfDone);
  }

  /** After one that failed, none is stored. */
  #afterLast(id: string, store: () => Promise<string>): Promise<string> {
    const stored = (this.#last.get(id) ?? Promise.resolve()).then(store);
    this.#last.set(id, stored);
    stored.catch(() => {});
    return stored;
  }
}
