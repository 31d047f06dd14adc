export { canFillTables, type Dialect, dialectsUnderTest } from "./dialects.ts";
export { fillTables } from "./fill-tables.ts";
export { freshDb } from "./fresh-db.ts";
export { type Plan, planOf, scannedWhole } from "./plan-of.ts";
export { redateMessages } from "./redate-messages.ts";
export { startNeonProxy } from "./start-neon-proxy.ts";
export { type Postgres, startPostgres } from "./start-postgres.ts";
