import { type Logger, pino } from "pino";

export type Log = Logger;

/** Structured lines on stdout. What is logged is chosen field by field: never text, tokens, tickets or query strings. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
