// @vitest-environment node
import { expect, test } from "vitest";
import { applyLive } from "../store/apply-changes.ts";
import { nothingTouched } from "../store/touched.ts";
import { makeModelDevice } from "../testing/model-device.ts";
import { makeModelServer } from "../testing/model-server.ts";
import { createWindow, type WindowState } from "./timeline-window.ts";

async function windowOver(count: number) {
  const server = makeModelServer();
  for (let i = 1; i <= count; i++) server.send(`${i}`);
  const device = await makeModelDevice(server);
  await device.catchUp();
  let state: WindowState = { rows: [], hasOlder: false, hasNewer: false, isFilling: false };
  const asked: string[] = [];
  let isOnline = true;
  const view = createWindow({
    db: device.db,
    id: server.id,
    ask: async (kind, seq) => {
      asked.push(`${kind} ${seq}`);
      if (!isOnline) throw new Error("Offline.");
      if (kind === "around") return server.before(Math.min(seq + 3, server.lastSeq() + 1));
      return kind === "before" ? server.before(seq) : server.after(seq);
    },
    tell: () => undefined,
    want: () => undefined,
    changed: (next) => {
      state = next;
    },
  });
  await view.open();
  const seqs = () => state.rows.map((row) => row.seq);
  return { server, device, view, asked, seqs, state: () => state, goOffline: () => (isOnline = false) };
}

async function hear(
  it: Awaited<ReturnType<typeof windowOver>>,
  change: NonNullable<ReturnType<typeof it.server.edit>>,
) {
  const { touched } = await applyLive(it.device.db, change);
  await it.view.touched(touched);
}

test("a conversation opens at its newest messages", async () => {
  const it = await windowOver(30);
  expect(it.seqs().at(-1)).toBe(30);
  expect(it.state()).toMatchObject({ hasOlder: true, hasNewer: false });
});

test("scrolling up fills the hole from the server, without a gap in what is shown", async () => {
  const it = await windowOver(30);
  while (it.state().hasOlder) await it.view.older(4);
  expect(it.seqs()).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test("with no network, scrolling stops at the hole, and says that there is more", async () => {
  const it = await windowOver(30);
  it.goOffline();
  const before = it.seqs();
  await it.view.older(4);
  expect(it.seqs()).toEqual(before);
  expect(it.state()).toMatchObject({ hasOlder: true, isFilling: false });
});

test("a new message joins at the end, an edit changes its row and no other", async () => {
  const it = await windowOver(10);
  const [first] = it.state().rows;
  await hear(it, it.server.send("11"));
  await hear(it, it.server.edit(10, "edited")!);

  expect(it.seqs().at(-1)).toBe(11);
  expect(it.state().rows.find((row) => row.seq === 10)?.text).toBe("edited");
  expect(it.state().rows[0]).toBe(first);
});

test("a jump into history leaves the present, and the present is found again", async () => {
  const it = await windowOver(60);
  await it.view.jumpTo(10);
  expect(it.seqs()).toContain(10);
  expect(it.state().hasNewer).toBe(true);
  await hear(it, it.server.send("61"));
  expect(it.seqs()).not.toContain(61);

  await it.view.jumpTo("latest");
  expect(it.seqs().at(-1)).toBe(61);
  expect(it.state().hasNewer).toBe(false);
});

test("scrolling down from history fills what lies between, up to the present", async () => {
  const it = await windowOver(40);
  await it.view.jumpTo(5);
  for (let i = 0; i < 40 && it.state().hasNewer; i++) await it.view.newer(4);
  const seqs = it.seqs();
  expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => seqs[0]! + index));
  expect(seqs.at(-1)).toBe(40);
});

test("our own message that the server has taken stays in sight while the one before it is still on its way", async () => {
  const it = await windowOver(10);
  const missed = it.server.send("11, not here yet");
  const mine = it.server.send("12, mine").rows.messages![0]!;
  const standIn = { ...mine, rev: 0 };
  const local = await it.device.local();
  await it.device.db.put("messages", standIn);
  await it.device.db.put("conversations", { ...local, held: [...local.held, { from: 12, to: 12 }] });
  const touched = nothingTouched();
  touched.messages.set(it.server.id, [standIn]);
  await it.view.touched(touched);
  expect(it.seqs().slice(-2)).toEqual([10, 12]);

  await hear(it, missed);
  expect(it.seqs().slice(-3)).toEqual([10, 11, 12]);
});

test("opening a conversation of 5,000 cached messages reads sixty of them", async () => {
  const it = await windowOver(1);
  const local = await it.device.local();
  const rows = Array.from({ length: 5_000 }, (_, index) => ({
    ...it.state().rows[0]!,
    id: crypto.randomUUID(),
    seq: index + 1,
  }));
  const tx = it.device.db.transaction("messages", "readwrite");
  for (const row of rows) void tx.store.put(row as typeof it.state extends () => { rows: (infer R)[] } ? R : never);
  await tx.done;
  await it.device.db.put("conversations", {
    ...local,
    row: { ...local.row, lastSeq: 5_000 },
    held: [{ from: 1, to: 5_000 }],
  });

  await it.view.open();

  expect(it.state().rows).toHaveLength(60);
  for (let i = 0; i < 60; i++) await it.view.older(100);
  expect(it.state().rows.length).toBeLessThanOrEqual(2_000);
  expect(it.state()).toMatchObject({ hasNewer: true });
});
