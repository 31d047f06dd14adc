import type { OpenDb } from "../open-db.ts";

export type Dialect = OpenDb["dialect"];

const all: Dialect[] = ["pglite", "postgres", "neon"];

/** The databases a suite runs on: PGlite, or what `PARLEY_TEST_DB` names: `postgres`, `neon`, or `all`. */
export function dialectsUnderTest(): Dialect[] {
  const named = process.env.PARLEY_TEST_DB || "pglite";
  const chosen = all.filter((dialect) => named === "all" || named === dialect);
  if (chosen.length === 0) throw new Error(`PARLEY_TEST_DB must be all, or one of ${all.join(", ")}`);
  return chosen;
}

/** Whether tables can be filled until the planner has reason to use an index: PGlite plans alike, and takes a minute. */
export const canFillTables = !dialectsUnderTest().includes("pglite");
