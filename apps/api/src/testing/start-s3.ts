import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3Config } from "../config.ts";

/** An S3 server in a process of its own, with an empty bucket. */
export async function startS3(): Promise<{ config: S3Config; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "parley-s3-"));
  const peer = spawn(process.execPath, [join(import.meta.dirname, "s3-peer.ts"), folder, "parley"], {
    // It ends with us, when nobody closes it too: whoever reads our output would wait for it forever.
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = (await once(peer.stdout, "data")) as [Buffer];
  const endpoint = `http://127.0.0.1:${Number.parseInt(line.toString(), 10)}`;
  return {
    config: { endpoint, bucket: "parley", accessKeyId: "S3RVER", secretAccessKey: "S3RVER", region: "us-east-1" },
    async close() {
      const gone = once(peer, "exit");
      peer.kill();
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
