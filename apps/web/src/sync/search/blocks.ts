import type { ConversationId } from "@parley/schema";
import { type OpenBlock, openBlock } from "./find-in-block.ts";
import type { BlockKey } from "./keep-index.ts";
import type { SearchDb } from "./search-db.ts";

export type Blocks = {
  all(conversationId?: ConversationId): Promise<OpenBlock[]>;
  /** These were made anew. */
  changed(keys: BlockKey[]): void;
  /** Lets go of what is held in memory. */
  forget(): void;
};

/** The blocks of the index, held in memory once somebody searches; those that change are read again. */
export function holdBlocks(index: SearchDb): Blocks {
  let held: Map<string, OpenBlock> | undefined;
  let stale = new Map<string, BlockKey>();
  let turn: Promise<unknown> = Promise.resolve();

  async function refresh(): Promise<Map<string, OpenBlock>> {
    const again = [...stale.values()];
    stale = new Map();
    if (!held) {
      held = new Map((await index.getAll("blocks")).map((it) => [it.conversationId + it.block, openBlock(it)]));
      return held;
    }
    for (const [conversationId, block] of again) {
      const made = await index.get("blocks", [conversationId, block]);
      if (made) held.set(conversationId + block, openBlock(made));
      else held.delete(conversationId + block);
    }
    return held;
  }

  return {
    async all(conversationId) {
      const run = turn.then(refresh);
      turn = run.catch(() => undefined);
      const blocks = [...(await run).values()];
      return conversationId ? blocks.filter((it) => it.conversationId === conversationId) : blocks;
    },
    changed(keys) {
      for (const key of keys) stale.set(key.join(), key);
    },
    forget() {
      held = undefined;
    },
  };
}
