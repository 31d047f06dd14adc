import { round } from "./percentiles.ts";

export type Row = Record<string, string | number>;
export type Table = { title: string; rows: Row[] };

/** What is read by people, and all that was measured. */
export type Outcome = { tables: Table[]; measured: unknown };

export type Benchmark = { name: string; run(): Promise<Outcome> };

/** A line with what is aimed at beside what was measured. */
export function against(what: string, value: number, atMost: number, unit = "ms"): Row {
  return {
    what,
    measured: `${round(value)} ${unit}`,
    aim: `≤ ${atMost} ${unit}`,
    "": value <= atMost ? "kept" : "MISSED",
  };
}

/** A line nothing is promised for. */
export function plain(what: string, value: number, unit = "ms"): Row {
  return { what, measured: `${round(value)} ${unit}`.trim(), aim: "", "": "" };
}
