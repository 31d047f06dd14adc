import { DatabaseSync } from "node:sqlite";

/**
 * Takes the folder for this process alone; answers how to give it back.
 * PGlite itself lets two processes in, and rows are then lost without a word. SQLite brings the one thing Node lacks:
 * a lock of the operating system, which ends with its process however that ends, so no stale lock needs guessing at.
 * The lock file holds nothing, and must not be read by this process: closing any handle on it would end the lock.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(`${folder}.lock`);
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Error && error.message.includes("locked")) {
      const sentence = `The database in ${folder} is in use by another Parley: stop that one first, or choose another folder.`;
      throw new Error(sentence, { cause: error });
    }
    throw error;
  }
  return () => lock.close();
}
