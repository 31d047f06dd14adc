// @vitest-environment node
import { type ConversationId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, test } from "vitest";
import { doSomething, heldBy, keptBy, settled, startChaos } from "./testing/chaos.ts";
import type { TestDevice } from "./testing/test-device.ts";
import { fetchPage } from "./view/fetch-page.ts";

/** Seeds that once failed stay; one more is new each time, or is given by PARLEY_SEED. */
const pinned = [1];
const seeds = process.env.PARLEY_SEED ? [Number(process.env.PARLEY_SEED)] : [...pinned, Date.now() % 1_000_000];
const steps = Number(process.env.PARLEY_STEPS ?? 80);

test.each(seeds)(
  "whatever happens, all devices end up with what the database has (seed %i)",
  { timeout: 240_000 },
  async (seed) => {
    const chaos = await startChaos(seed);
    try {
      const conversations: ConversationId[] = [];
      for (const title of ["Lunch", "Trip"]) {
        const conversationId = newId<ConversationId>();
        await chaos
          .app()
          .as(cast.alice)
          .conversations.createGroup.mutate({ conversationId, title, memberIds: [cast.bob.id, cast.dana.id] });
        conversations.push(conversationId);
      }
      for (let step = 0; step < steps; step++) {
        await doSomething(chaos, conversations);
        await new Promise((resolve) => setTimeout(resolve, chaos.random.below(20)));
      }

      chaos.calm();
      for (const device of chaos.devices) await settled(device);
      const fresh = await Promise.all([cast.alice, cast.bob, cast.dana].map(({ id }) => chaos.addDevice(id)));

      for (const id of conversations) {
        for (const device of chaos.devices) {
          device.engine.open(id);
          await expectEqual(chaos, device, id, fresh.includes(device));
        }
      }
      await expectEachOnce(chaos, conversations);
      await expectSamePreferences(chaos.devices);
    } finally {
      await chaos.close();
    }
  },
);

/** The device's copy is the database's, row for row, wherever it holds anything; and it holds the newest. */
async function expectEqual(
  chaos: Awaited<ReturnType<typeof startChaos>>,
  device: TestDevice,
  id: ConversationId,
  isFresh: boolean,
) {
  const { lastSeq, messages, ...kept } = await keptBy(chaos, id, device.userId);
  expect(messages.map((row) => row.seq)).toEqual(messages.map((_, index) => index + 1));
  expect(lastSeq).toBe(messages.length);

  await expect
    .poll(
      async () => {
        const { held, messages: _, ...it } = await heldBy(device, id);
        return { ...it, top: held.at(-1)?.to };
      },
      { timeout: 30_000 },
    )
    .toEqual({ ...kept, top: lastSeq });
  if (isFresh)
    for (let from = (await heldBy(device, id)).held[0]!.from; from > 1; from = (await heldBy(device, id)).held[0]!.from)
      await loadOlder(device, id, from);
  const { held, messages: mine } = await heldBy(device, id);
  expect(mine).toEqual(messages.filter((row) => held.some((range) => range.from <= row.seq && row.seq <= range.to)));
  if (isFresh) expect(held).toEqual([{ from: 1, to: lastSeq }]);
}

const loadOlder = (device: TestDevice, id: ConversationId, from: number) =>
  fetchPage(
    device.db,
    id,
    "before",
    from,
    (kind, seq) => device.engine.api.messages[kind].query({ conversationId: id, seq }),
    device.engine.tell,
  );

/** Every message that was not taken back before it left is there exactly once. */
async function expectEachOnce(chaos: Awaited<ReturnType<typeof startChaos>>, conversations: ConversationId[]) {
  const rows = await chaos.db
    .selectFrom("messages")
    .select("id")
    .where("conversation_id", "in", conversations)
    .where("kind", "=", "text")
    .execute();
  const ids = rows.map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  const failed = (await Promise.all(chaos.devices.map((device) => device.db.getAll("outbox")))).flat();
  const lost = [...chaos.sent.keys()].filter(
    (id) =>
      !ids.includes(id) &&
      !chaos.takenBack.has(id) &&
      !failed.some((it) => it.type === "sendMessage" && it.input.messageId === id),
  );
  expect(lost).toEqual([]);
}

async function expectSamePreferences(devices: TestDevice[]) {
  for (const one of devices) {
    for (const other of devices.filter((it) => it.userId === one.userId)) {
      await expect.poll(() => other.db.getAll("own"), { timeout: 10_000 }).toEqual(await one.db.getAll("own"));
    }
  }
}
