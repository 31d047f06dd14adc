import type { ConversationId } from "@parley/schema";
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Block } from "./block.ts";

/** Raise it when blocks change their shape or words are told apart in another way: the index is then made anew. */
const currentVersion = 1;

type SearchSchema = DBSchema & {
  blocks: { key: [ConversationId, number]; value: Block };
  meta: { key: "index"; value: string };
};
export type SearchDb = IDBPDatabase<SearchSchema>;

export const searchDbName = (copyName: string) => `${copyName}:search`;

/** The search index has a database of its own, so that the sync engine never waits for it. */
export function openSearchDb(name: string): Promise<SearchDb> {
  return openDB<SearchSchema>(name, currentVersion, {
    upgrade(db) {
      for (const store of db.objectStoreNames) db.deleteObjectStore(store);
      db.createObjectStore("blocks", { keyPath: ["conversationId", "block"] });
      db.createObjectStore("meta");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}
