import { newId } from "@parley/schema";
import type { LocalDb } from "../store/db.ts";
import { orAbort } from "../store/db.ts";
import { collapse } from "./collapse.ts";
import { type Command, laneOf, type OutboxCommand, type Stored } from "./command.ts";

/** Drafts and marks change with every key and every scroll: only what they come to is worth sending. */
function settleMs(command: Command): number {
  if (command.type === "markRead") return 400;
  if (command.type !== "setOwn") return 0;
  return command.input.kind === "organising" || command.input.kind === "folder" ? 100 : 1_500;
}

/** [O1] Puts a command into the outbox. Once this answers it survives a crash. */
export async function enqueue(db: LocalDb, command: Command, now = Date.now()): Promise<OutboxCommand> {
  const tx = db.transaction("outbox", "readwrite", { durability: "strict" });
  return orAbort(tx, async () => {
    const waiting = (await tx.store.getAll()) as Stored[];
    const fresh: OutboxCommand = {
      ...command,
      id: newId(now),
      lane: laneOf(command),
      at: new Date(now).toISOString(),
      state: "waiting",
      wasTried: false,
      faults: 0,
      notBefore: now + settleMs(command),
    };
    const { remove, change, add } = collapse(waiting, fresh);
    for (const n of remove) await tx.store.delete(n);
    for (const changed of change) await tx.store.put(changed);
    if (add) await tx.store.add(add);
    return add ?? change[0] ?? fresh;
  });
}
