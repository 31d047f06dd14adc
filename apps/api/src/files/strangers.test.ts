import { directConversationId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../testing/index.ts";
import { sendFiles, upload } from "../testing/uploads.ts";

const { alice, carol } = cast;
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, carol]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

test("what Carol, a stranger, sent stands among Alice's files once Alice has answered her", async () => {
  const conversationId = await directConversationId(alice.id, carol.id);
  const fileId = await upload(app, carol, Buffer.from("%PDF-1.7 offer"), "offer.pdf");
  const { messageId } = await sendFiles(app, carol, conversationId, [{ fileId, name: "offer.pdf" }], { to: alice.id });
  const listed = async (user: { id: typeof alice.id }, where = {}) =>
    (await app.as(user).files.list.query({ kind: "files", ...where })).messages.map((it) => it.id);

  expect(await listed(alice)).toEqual([]);
  expect(await listed(alice, { conversationId })).toEqual([messageId]);
  expect(await listed(carol)).toEqual([messageId]);

  await app.as(alice).sync.setOwn.mutate({ kind: "request", key: carol.id, value: null });
  expect(await listed(alice)).toEqual([messageId]);
});
