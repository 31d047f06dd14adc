import type {
  AccountRow,
  ConversationId,
  FileId,
  MemberRow,
  MessageId,
  Person,
  StartCursor,
  UserId,
  UserRow,
} from "@parley/schema";
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { OutboxCommand } from "../outbox/command.ts";
import type { Chosen, Upload } from "../uploads/upload.ts";
import type { HeldMessage, LocalConversation } from "./rows.ts";
import type { Unindexed } from "./unindexed.ts";

/** Raise it when a cache store changes its shape: the cache is then built anew, the outbox and its files stay. */
const currentVersion = 7;

export type Meta =
  | { key: "start"; cursor: StartCursor }
  | { key: "clock"; offset: number }
  | { key: "account"; account: AccountRow }
  /** Which search index belongs to this copy. */
  | { key: "search"; index: string };

export type LocalSchema = DBSchema & {
  conversations: { key: ConversationId; value: LocalConversation };
  members: { key: [ConversationId, UserId]; value: MemberRow };
  messages: {
    key: [ConversationId, number];
    value: HeldMessage;
    indexes: { id: MessageId; expiresAt: string; thread: [MessageId, number] };
  };
  people: { key: UserId; value: Person };
  own: { key: [string, string]; value: UserRow };
  meta: { key: Meta["key"]; value: Meta };
  unindexed: { key: [ConversationId, number]; value: Unindexed };
  outbox: { key: number; value: OutboxCommand };
  uploads: { key: FileId; value: Upload; indexes: { message: MessageId } };
  /** Of the files in `uploads`. They are written once and alone, for that may take seconds. */
  bytes: { key: FileId; value: Blob };
  /** What stands in trays as it was chosen. */
  chosen: { key: FileId; value: Chosen; indexes: { key: string } };
};

export const cacheStores = ["conversations", "members", "messages", "people", "own", "meta", "unindexed"] as const;
export type CacheStore = (typeof cacheStores)[number];
export type LocalDb = IDBPDatabase<LocalSchema>;
/** What a person gave to be sent: no rebuilding and no eviction touches it. */
export const outboxStores = ["outbox", "uploads"] as const;
type OutboxStore = (typeof outboxStores)[number];
export type CacheTx = IDBPTransaction<LocalSchema, (CacheStore | OutboxStore)[], "readwrite">;
export type OutboxTx = IDBPTransaction<LocalSchema, OutboxStore[], "readwrite">;

export type DbEvents = {
  /** A newer version of Parley, in another tab, needs this one to let go of the database. */
  onOutdated(): void;
  /** The browser closed the database under us. */
  onLost(): void;
};

/** Opens this device's copy for one user. Throws a VersionError when a newer Parley has already been here. */
export function openLocalDb(name: string, events: DbEvents, version = currentVersion): Promise<LocalDb> {
  return openDB<LocalSchema>(name, version, {
    upgrade(db) {
      for (const store of cacheStores) if (db.objectStoreNames.contains(store)) db.deleteObjectStore(store);
      db.createObjectStore("conversations", { keyPath: "id" });
      db.createObjectStore("members", { keyPath: ["conversationId", "userId"] });
      const messages = db.createObjectStore("messages", { keyPath: ["conversationId", "seq"] });
      messages.createIndex("id", "id");
      messages.createIndex("expiresAt", "expiresAt");
      messages.createIndex("thread", ["threadId", "seq"]);
      db.createObjectStore("people", { keyPath: "id" });
      db.createObjectStore("own", { keyPath: ["kind", "key"] });
      db.createObjectStore("meta", { keyPath: "key" });
      db.createObjectStore("unindexed", { keyPath: ["conversationId", "block"] });
      if (!db.objectStoreNames.contains("outbox"))
        db.createObjectStore("outbox", { keyPath: "n", autoIncrement: true });
      if (!db.objectStoreNames.contains("uploads")) {
        db.createObjectStore("uploads", { keyPath: "fileId" }).createIndex("message", "messageId");
        db.createObjectStore("bytes");
      }
      if (!db.objectStoreNames.contains("chosen"))
        db.createObjectStore("chosen", { keyPath: "id" }).createIndex("key", "key");
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      events.onOutdated();
    },
    terminated: events.onLost,
  });
}

/**
 * The copy as it is, for the service worker: null when there is none, or when it is of another version,
 * which only a page may change. [F36]
 */
export async function openExistingDb(name: string): Promise<LocalDb | null> {
  const db = await openDB<LocalSchema>(name, undefined, { upgrade: (_db, _from, _to, tx) => tx.abort() }).catch(
    () => null,
  );
  if (db?.version === currentVersion) {
    db.addEventListener("versionchange", () => db.close());
    return db;
  }
  db?.close();
  return null;
}

/** Everything but the outbox and its files goes; the next start fetches it again. */
export async function clearCacheStores(db: LocalDb): Promise<void> {
  const tx = db.transaction([...cacheStores], "readwrite");
  await Promise.all([...cacheStores.map((store) => tx.objectStore(store).clear()), tx.done]);
}

export const writeCache = (db: LocalDb): CacheTx => db.transaction([...cacheStores, ...outboxStores], "readwrite");

export const writeOutbox = (db: LocalDb): OutboxTx =>
  db.transaction([...outboxStores], "readwrite", { durability: "strict" });

/** IndexedDB commits what was written before an error unless it is told not to. */
export async function orAbort<T>(tx: { abort(): void; done: Promise<void> }, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await tx.done;
    return result;
  } catch (error) {
    tx.done.catch(() => undefined);
    try {
      tx.abort();
    } catch {
      // It has ended already.
    }
    throw error;
  }
}

export const inConversationRange = (id: ConversationId) => IDBKeyRange.bound([id], [id, []]);
export const inSeqRange = (id: ConversationId, from: number, to: number) => IDBKeyRange.bound([id, from], [id, to]);
/** The replies in a thread, in a stretch of seqs. */
export const inThreadRange = (threadId: MessageId, from: number, to: number) =>
  IDBKeyRange.bound([threadId, from], [threadId, to]);
