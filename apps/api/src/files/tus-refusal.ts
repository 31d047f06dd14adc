import type { WireError } from "@parley/schema";
import type { App } from "../context.ts";
import { wireErrorOf } from "../errors.ts";

type TusError = { status_code: number; body: string };

const refusals: Record<number, Pick<WireError, "code" | "reason">> = {
  400: { code: "bad_input", reason: "bad_input" },
  403: { code: "bad_input", reason: "bad_input" },
  404: { code: "not_found", reason: "not_found" },
  409: { code: "conflict", reason: "bad_input" },
  410: { code: "gone", reason: "not_found" },
  413: { code: "too_large", reason: "file_too_large" },
};

/** What the tus library refuses with, in the shape of every other refusal. */
export function tusRefusal(app: Pick<App, "log">, error: Error | TusError): TusError {
  if (!("status_code" in error)) {
    app.log.error({ part: "uploads", name: error.name, stack: error.stack }, "an upload failed");
    return bodyOf(500, wireErrorOf(error));
  }
  const known = refusals[error.status_code];
  if (!known) return bodyOf(error.status_code, wireErrorOf(error));
  return bodyOf(error.status_code, { ...known, sentence: error.body.trim() });
}

const bodyOf = (status: number, app: WireError): TusError => ({
  status_code: status,
  body: JSON.stringify({
    error: { message: app.sentence, code: -32600, data: { code: app.code, httpStatus: status, app } },
  }),
});
