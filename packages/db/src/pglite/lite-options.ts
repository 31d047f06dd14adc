import { types } from "@electric-sql/pglite";

/** The same types as pg gives: a bigint does not fit a number, so it stays text. */
export const parsers = { [types.INT8]: (text: string) => text };
