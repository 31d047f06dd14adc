import type { ConversationId, FileId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { eicar, startClamd } from "../testing/start-clamd.ts";
import { fetchFile, sendFiles, upload, uploaderOf } from "../testing/uploads.ts";

const { alice, bob } = cast;
let app: App;
let clamd: Awaited<ReturnType<typeof startClamd>>;
let lunch: ConversationId;
beforeAll(async () => {
  clamd = await startClamd();
  app = await startApp({ config: { clamav: clamd.address } });
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  lunch = await startGroup(app, alice, [bob]);
});
afterAll(async () => {
  await app.close();
  await clamd.close();
});

const stateOf = async (fileId: FileId) =>
  (await app.db.selectFrom("files").select("state").where("id", "=", fileId).executeTakeFirst())?.state;

test("a file is held until it was looked into, and then sent", async () => {
  const fileId = await upload(app, alice, Buffer.alloc(300_000, "harmless "));
  expect(await stateOf(fileId)).toBe("held");
  await expectRefusal(sendFiles(app, alice, lunch, [fileId]), "rate_limited", "file_in_check");

  await app.runJob("scan-held");

  const { messageId } = await sendFiles(app, alice, lunch, [fileId]);
  expect((await fetchFile(app, bob, { messageId, fileId })).status).toBe(200);
});

test("what harms is refused, and its bytes are gone", async () => {
  const fileId = await upload(app, alice, Buffer.from(`${"x".repeat(70_000)}${eicar}`), "menu.pdf");
  await app.runJob("scan-held");
  expect(await stateOf(fileId)).toBe("refused");
  await expectRefusal(sendFiles(app, alice, lunch, [fileId]), "not_allowed", "file_refused");
  expect((await (await uploaderOf(app, alice)).look(fileId)).status).toBe(404);
});

test("while the scanner does not answer files wait, and nothing goes through unseen", async () => {
  const fileId = await upload(app, alice, Buffer.from("patience"));
  const { address } = clamd;
  await clamd.close();
  await expect(app.runJob("scan-held")).rejects.toThrow();
  await expectRefusal(sendFiles(app, alice, lunch, [fileId]), "rate_limited", "file_in_check");

  clamd = await startClamd(Number(address.split(":")[1]));
  await app.runJob("scan-held");
  await sendFiles(app, alice, lunch, [fileId]);
});
