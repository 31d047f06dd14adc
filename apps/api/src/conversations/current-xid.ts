import { sql } from "kysely";

/** This transaction's id: what `head_xid` and `row_xid` are set to with every change. */
export const currentXid = sql<never>`pg_current_xact_id()`;
