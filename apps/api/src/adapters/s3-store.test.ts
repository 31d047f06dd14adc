import { request as ask, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { Upload } from "@tus/server";
import { expect, onTestFinished, test } from "vitest";
import { startS3 } from "../testing/start-s3.ts";
import { openS3Store } from "./s3-store.ts";

test("an upload that was all there when the server stopped is put together for who asks next, and is the file that was sent", async () => {
  const s3 = await startS3();
  onTestFinished(() => s3.close());
  let hasStopped = false;
  // What stands between us and the store lets all pieces through, and not that they are all.
  const line = createServer((request, response) => {
    if (hasStopped && request.method === "POST") return void response.destroy();
    const { method = "GET", url = "/", headers } = request;
    const onward = ask(new URL(url, s3.config.endpoint), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  onTestFinished(() => {
    line.close();
    line.closeAllConnections();
  });
  await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", () => resolve()));
  const broken = openS3Store({
    ...s3.config,
    endpoint: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
  });
  const [id, bytes] = ["attachments/plan", Buffer.from("Ramen at nine, then the ferry")];
  await broken.uploads.create(new Upload({ id, offset: 0, size: bytes.length }));
  hasStopped = true;
  await expect(broken.uploads.write(Readable.from(bytes), id, 0)).rejects.toThrow();

  const store = openS3Store(s3.config);
  expect(await store.get(id)).toBeNull();
  const asked = await Promise.all([store.uploads.getUpload(id), store.uploads.getUpload(id)]);
  expect(asked.map((it) => it.offset)).toEqual([bytes.length, bytes.length]);
  expect((await store.get(id))?.toString()).toBe(bytes.toString());
});
