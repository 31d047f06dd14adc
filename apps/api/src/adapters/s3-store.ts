import { Readable } from "node:stream";
import { S3, type S3ClientConfig } from "@aws-sdk/client-s3";
import { S3Store as S3Uploads } from "@tus/s3-store";
import type { S3Config } from "../config.ts";
import type { FileStore } from "./file-store.ts";

/** The least that S3 takes as a part that is not the last; each waits on the disk of this machine until it is whole. */
const partBytes = 8 * 1_024 * 1_024;

/** Files in a bucket of any store that speaks S3. */
export function openS3Store({ endpoint, bucket, region, ...credentials }: S3Config): FileStore {
  const options: S3ClientConfig = {
    ...{ endpoint, region, credentials, forcePathStyle: true },
    // Not every store knows the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  };
  const client = new S3(options);
  const at = (Key: string) => ({ Bucket: bucket, Key });

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
    async remove(key) {
      // A finished upload has a note beside it, an unfinished one also its last piece.
      for (const it of [key, `${key}.info`, `${key}.part`]) await client.deleteObject(at(it));
    },
    uploads: new S3Uploads({ partSize: partBytes, useTags: false, s3ClientConfig: { ...options, bucket } }),
  };
}
