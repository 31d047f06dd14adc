// @vitest-environment node
import type { MessageId } from "@parley/schema";
import { expect, test } from "vitest";
import { applyLive } from "../store/apply-changes.ts";
import { makeModelDevice } from "../testing/model-device.ts";
import { type ModelServer, makeModelServer } from "../testing/model-server.ts";
import { createWindow, type WindowState } from "./timeline-window.ts";

async function windowOver(server: ModelServer, threadId?: MessageId) {
  const device = await makeModelDevice(server);
  await device.catchUp();
  let state: WindowState = { rows: [], hasOlder: false, hasNewer: false, isFilling: false };
  const asked: string[] = [];
  let isOnline = true;
  const view = createWindow({
    db: device.db,
    id: server.id,
    threadId,
    ask: async (kind, seq) => {
      asked.push(`${kind} ${seq}`);
      if (!isOnline) throw new Error("Offline.");
      return kind === "before" ? server.before(seq, threadId) : server.after(seq, threadId);
    },
    tell: () => undefined,
    want: () => undefined,
    changed: (next) => {
      state = next;
    },
  });
  await view.open();
  const texts = () => state.rows.map((row) => row.text);
  return { device, view, asked, texts, state: () => state, goOffline: () => (isOnline = false) };
}

/** A conversation of few words, with a long thread between two of them. */
function longThread(replies: number) {
  const server = makeModelServer();
  for (const text of ["one", "two", "three"]) server.send(text);
  const threadId = server.all()[1]!.id;
  for (let i = 1; i <= replies; i++) server.send(`reply ${i}`, undefined, { threadId });
  server.send("four");
  return { server, threadId };
}

test("between two messages lie four hundred replies, and the timeline shows the messages after few questions", async () => {
  const { server } = longThread(400);
  const it = await windowOver(server);
  await it.view.older();
  expect(it.texts()).toEqual(["one", "two", "three", "four"]);
  expect(it.state()).toMatchObject({ hasOlder: false, hasNewer: false });
  expect(it.asked.length).toBeLessThanOrEqual(3);
});

test("a thread opens at its newest replies and pages back to the first, with nothing of the conversation in it", async () => {
  const { server, threadId } = longThread(20);
  server.send("five");
  const it = await windowOver(server, threadId);
  expect(it.texts().at(-1)).toBe("reply 20");
  while (it.state().hasOlder) await it.view.older(4);
  expect(it.texts()).toEqual(Array.from({ length: 20 }, (_, index) => `reply ${index + 1}`));
});

test("what was read of a thread is there without a network, and stays current like everything held", async () => {
  const { server, threadId } = longThread(20);
  for (let i = 5; i < 20; i++) server.send(`${i}`);
  const first = await windowOver(server, threadId);
  const shown = first.texts();
  const edited = server.all().findLast((row) => row.text === "reply 20")!;
  await applyLive(first.device.db, server.edit(edited.seq, "reply 20, mended")!);

  const local = await first.device.local();
  expect(local.threads.map((it) => it.id)).toEqual([threadId]);
  const held = await first.device.db.getAllFromIndex("messages", "thread");
  expect(held.map((row) => row.text)).toContain("reply 20, mended");
  expect(shown).toContain("reply 20");
});

test("a new reply joins its thread, and leaves the timeline as it was", async () => {
  const { server, threadId } = longThread(3);
  const thread = await windowOver(server, threadId);
  const change = server.send("reply 4", undefined, { threadId });
  const { touched } = await applyLive(thread.device.db, change);
  await thread.view.touched(touched);
  expect(thread.texts()).toEqual(["reply 1", "reply 2", "reply 3", "reply 4"]);
  expect((await thread.device.local()).preview?.text).toBe("four");
  expect((await thread.device.local()).row.threadReplies).toBe(4);
});
