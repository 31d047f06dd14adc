import "fake-indexeddb/auto";
import type { UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { keepMembersOf } from "../outbox/accept-members.ts";
import type { Command, Stored } from "../outbox/command.ts";
import { enqueue } from "../outbox/enqueue.ts";
import { type Courier, flushOutbox } from "../outbox/flush.ts";
import { openLocalDb } from "../store/db.ts";

export type Asked = { path: string; input: Record<string, unknown> };

let count = 0;

/** An outbox on an IndexedDB of its own; the far side of the network answers by `answer`. */
export async function makeOutbox(
  answer: (asked: Asked) => unknown = () => ({ seq: 1, rev: 1, createdAt: "2026-11-21T12:00:00.000Z" }),
  userId: UserId = cast.alice.id,
) {
  const name = `outbox${++count}`;
  const events = { onOutdated: () => undefined, onLost: () => undefined };
  const db = await openLocalDb(name, events);
  const asked: Asked[] = [];
  const clock = { now: Date.parse("2026-11-21T12:00:00.000Z") };
  const courier: Courier = {
    db,
    userId,
    locks: navigator.locks,
    lockName: name,
    async call(path, input) {
      const it = { path, input: input as Asked["input"] };
      asked.push(it);
      return answer(it);
    },
    now: () => clock.now,
    tell: () => undefined,
    keepMembers: keepMembersOf,
  };
  return {
    name,
    db,
    courier,
    asked,
    clock,
    put: (command: Command) => enqueue(db, command, clock.now),
    flush: () => flushOutbox(courier),
    waiting: async () => (await db.getAll("outbox")) as Stored[],
    texts: () =>
      asked.filter((it) => it.path === "messages.send" || it.path === "messages.edit").map((it) => it.input.text),
  };
}
