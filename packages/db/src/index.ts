export { type Db, type OpenDb, openDb } from "./open-db.ts";
export { migrate } from "./migrate.ts";
export type * from "./tables.ts";
