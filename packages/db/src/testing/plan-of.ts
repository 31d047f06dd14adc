import { type Compilable, sql } from "kysely";
import type { Db } from "../open-db.ts";

export type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: Plan[];
};

/** How the database would run `query`: every step of its plan, outermost first. */
export async function planOf(db: Db, query: Compilable): Promise<Plan[]> {
  const { sql: text, parameters } = query.compile();
  const { rows } = await sql<{
    "QUERY PLAN": { Plan: Plan }[];
  }>`explain (format json) ${rawWith(text, parameters)}`.execute(db);
  return rows.flatMap((row) => row["QUERY PLAN"].flatMap((part) => stepsOf(part.Plan)));
}

/** The tables that `query` would read from end to end. */
export async function scannedWhole(db: Db, query: Compilable) {
  const steps = await planOf(db, query);
  return steps.filter((step) => step["Node Type"] === "Seq Scan").map((step) => step["Relation Name"]);
}

function stepsOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
}

/** The compiled text again as a piece of SQL, each `$n` bound to its value. */
function rawWith(text: string, parameters: readonly unknown[]) {
  const pieces = text.split(/\$(\d+)/);
  return sql.join(
    pieces.map((piece, place) => (place % 2 === 0 ? sql.raw(piece) : sql.val(parameters[Number(piece) - 1]))),
    sql.raw(""),
  );
}
