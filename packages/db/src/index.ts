export { keepEpoch, renewEpoch } from "./epoch.ts";
export type * from "./file-tables.ts";
export { loggedMarks } from "./functions/logged.ts";
export { migrate } from "./migrate.ts";
export { type Db, type OpenDb, openDb } from "./open-db.ts";
export type { Lite } from "./pglite/lite.ts";
export { keepWords } from "./search/keep-words.ts";
export { wordsVector } from "./search/words-vector.ts";
export type * from "./tables.ts";
