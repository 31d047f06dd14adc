import type { Migration } from "kysely/migration";
import * as theHouse from "./0001-the-house.ts";
import * as sending from "./0002-sending.ts";
import * as peopleSearch from "./0003-people-search.ts";

/** Every migration in order. Forward only: a change of mind is a new migration. */
export const migrations: Record<string, Migration> = {
  "0001-the-house": theHouse,
  "0002-sending": sending,
  "0003-people-search": peopleSearch,
};
