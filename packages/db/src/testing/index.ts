export { freshDb } from "./fresh-db.ts";
export { type Postgres, startPostgres } from "./start-postgres.ts";
