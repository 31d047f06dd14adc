import type { Turns } from "./conversations/turns.ts";

/** Items that wait for the same turn are done together. */
export type Batches<Id, Item, Result> = { join(id: Id, item: Item): Promise<Result> };

type Parts<Id, Item, Result> = {
  turns: Turns<Id>;
  most: number;
  /** Two items with the same key go one after the other. */
  keyOf?(item: Item): string;
  /** All or none. */
  together(items: Item[]): Promise<Result[]>;
};
type Batch<Item, Result> = { items: Item[]; keys: Set<string>; outcomes: Promise<PromiseSettledResult<Result>[]> };

/** What arrives while something is under way shares the next turn: so the busier it is, the less each item costs. */
export function createBatches<Id, Item, Result>(parts: Parts<Id, Item, Result>): Batches<Id, Item, Result> {
  /** The last batch in each line, for as long as it waits. */
  const waiting = new Map<Id, Batch<Item, Result>>();

  function begin(id: Id) {
    const items: Item[] = [];
    const outcomes = parts.turns.take(id, () => {
      if (waiting.get(id) === batch) waiting.delete(id);
      return doTogether(parts, items);
    });
    const batch: Batch<Item, Result> = { items, keys: new Set(), outcomes };
    waiting.set(id, batch);
    return batch;
  }

  return {
    async join(id, item) {
      const key = parts.keyOf?.(item);
      let batch = waiting.get(id) ?? begin(id);
      if (batch.items.length >= parts.most || (key && batch.keys.has(key))) batch = begin(id);
      if (key) batch.keys.add(key);
      const place = batch.items.push(item) - 1;
      const outcome = (await batch.outcomes)[place];
      if (outcome?.status !== "fulfilled") throw outcome?.reason;
      return outcome.value;
    },
  };
}

/** What fails together may fail for one of them alone. */
async function doTogether<Item, Result>(
  parts: Pick<Parts<never, Item, Result>, "together">,
  items: Item[],
): Promise<PromiseSettledResult<Result>[]> {
  try {
    const results = await parts.together(items);
    return results.map((value) => ({ status: "fulfilled", value }));
  } catch (reason) {
    if (items.length === 1) return [{ status: "rejected", reason }];
    const outcomes: PromiseSettledResult<Result>[] = [];
    for (const item of items) outcomes.push(...(await doTogether(parts, [item])));
    return outcomes;
  }
}
