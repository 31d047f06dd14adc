import type { Context } from "../context.ts";
import { wireErrorOf } from "../errors.ts";

/** Logs what was our fault. Only these fields: a database error also holds the parameters, which may be what people wrote. */
export function logFailure(ctx: Context, error: unknown, procedure: string) {
  const { code } = wireErrorOf(error);
  if (code !== "internal" && code !== "unavailable") return;
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { name, message, stack } = cause instanceof Error ? cause : new Error(String(cause));
  ctx.log.error({ requestId: ctx.requestId, procedure, error: { name, message, stack } }, "request failed");
}
