import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";

/** A second or so of something spoken that is not sent yet: its bytes, and how loud it was. */
export type RecordingPart = {
  /** Where it is spoken: a conversation or a thread. */
  place: string;
  recordingId: string;
  n: number;
  mime: string;
  bytes: Blob;
  levels: number[];
  /** From the recording's beginning to this part's end. */
  ms: number;
};

type RecordingsSchema = DBSchema & { parts: { key: [string, string, number]; value: RecordingPart } };
export type RecordingsDb = IDBPDatabase<RecordingsSchema>;

const recordingsDbName = (copyName: string) => `${copyName}:recordings`;

/** A database of its own: what is being spoken is written each second, and the sync engine never waits for it. */
export function openRecordingsDb(copyName: string): Promise<RecordingsDb> {
  return openDB<RecordingsSchema>(recordingsDbName(copyName), 1, {
    upgrade(db) {
      db.createObjectStore("parts", { keyPath: ["place", "recordingId", "n"] });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

export const deleteRecordings = (copyName: string): Promise<void> => deleteDB(recordingsDbName(copyName));
