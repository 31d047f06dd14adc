import type { SyncValue } from "../solid/sync-context.ts";
import { openRecordingsDb, type RecordingPart, type RecordingsDb } from "./recordings-db.ts";

/** What is being spoken on this device and not sent yet. */
export type KeptRecordings = {
  add(part: RecordingPart): Promise<void>;
  /** The parts of what was begun at that place and left, oldest first; none of what is being spoken in another tab. */
  read(place: string): Promise<RecordingPart[]>;
  drop(place: string, recordingId: string): Promise<void>;
  /** Says to other tabs, until the signal, that this recording is going on. */
  hold(recordingId: string, until: AbortSignal): void;
};

/** The recordings of whoever is signed in: they survive a reload, and go at sign-out. */
export function keepRecordings(sync: SyncValue): KeptRecordings {
  const lockOf = (recordingId: string) => `parley.recording:${recordingId}`;
  const rangeOf = (...key: string[]) => IDBKeyRange.bound(key, [...key, []]);

  async function opened<T>(work: (db: RecordingsDb) => Promise<T>): Promise<T> {
    const copyName = sync.world()?.engine.db.name;
    if (!copyName) throw new Error("Nobody is signed in.");
    const db = await openRecordingsDb(copyName);
    return work(db).finally(() => db.close());
  }

  return {
    add: (part) => opened(async (db) => void (await db.put("parts", part))),
    async read(place) {
      const parts = await opened((db) => db.getAll("parts", rangeOf(place)));
      const { held = [] } = await navigator.locks.query();
      const isFree = ({ recordingId }: RecordingPart) => !held.some((it) => it.name === lockOf(recordingId));
      const first = parts.find(isFree)?.recordingId;
      return parts.filter((it) => it.recordingId === first);
    },
    drop: (place, recordingId) => opened((db) => db.delete("parts", rangeOf(place, recordingId))),
    hold(recordingId, until) {
      const ended = new Promise((done) => until.addEventListener("abort", done));
      void navigator.locks.request(lockOf(recordingId), () => ended);
    },
  };
}
