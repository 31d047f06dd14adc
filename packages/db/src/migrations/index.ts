import type { Migration } from "kysely/migration";
import * as theHouse from "./0001-the-house.ts";

/** Every migration in order. Forward only: a change of mind is a new migration. */
export const migrations: Record<string, Migration> = {
  "0001-the-house": theHouse,
};
