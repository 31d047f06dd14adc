import { AppError, type ErrorCode, type WireError } from "@parley/schema";
import { TRPCError } from "@trpc/server";
import type { BaseIssue } from "valibot";

type TrpcCode = TRPCError["code"];

const trpcCodes: Record<ErrorCode, { trpc: TrpcCode; http: number }> = {
  bad_input: { trpc: "BAD_REQUEST", http: 400 },
  not_signed_in: { trpc: "UNAUTHORIZED", http: 401 },
  not_allowed: { trpc: "FORBIDDEN", http: 403 },
  not_found: { trpc: "NOT_FOUND", http: 404 },
  conflict: { trpc: "CONFLICT", http: 409 },
  gone: { trpc: "PRECONDITION_FAILED", http: 410 },
  too_large: { trpc: "PAYLOAD_TOO_LARGE", http: 413 },
  rate_limited: { trpc: "TOO_MANY_REQUESTS", http: 429 },
  unavailable: { trpc: "SERVICE_UNAVAILABLE", http: 503 },
  internal: { trpc: "INTERNAL_SERVER_ERROR", http: 500 },
};

/** The one place where anything thrown becomes what the caller reads. */
export function wireErrorOf(error: unknown, requestId?: string): WireError {
  const cause = error instanceof TRPCError && error.cause ? error.cause : error;
  if (cause instanceof AppError) {
    const { code, reason, message: sentence, retryAfter } = cause;
    return { code, reason, sentence, ...(retryAfter === undefined ? {} : { retryAfter }) };
  }
  const issues = issuesOf(cause);
  if (issues) return { code: "bad_input", reason: "bad_input", sentence: sentenceOf(issues) };
  if (error instanceof TRPCError) {
    if (error.code === "NOT_FOUND")
      return { code: "not_found", reason: "not_found", sentence: "There is nothing here." };
    if (error.code === "PAYLOAD_TOO_LARGE")
      return { code: "too_large", reason: "too_large", sentence: "That is too large." };
    if (error.code !== "INTERNAL_SERVER_ERROR")
      return { code: "bad_input", reason: "bad_input", sentence: "The request could not be read." };
  }
  if (isConnectionLoss(cause))
    return {
      code: "unavailable",
      reason: "unavailable",
      sentence: "Parley cannot reach its database right now. Try again in a moment.",
      requestId,
    };
  return { code: "internal", reason: "internal", sentence: "Something went wrong on our side.", requestId };
}

export const httpStatusOf = (error: WireError) => trpcCodes[error.code].http;
export const trpcCodeOf = (error: WireError) => trpcCodes[error.code].trpc;

/** The same for nobody's and for nothing there, so that an outsider learns nothing. */
export const notFound = () => new AppError("not_found", "not_found", "There is nothing here.");
export const notAllowed = (sentence = "You may not do that here.") =>
  new AppError("not_allowed", "not_allowed", sentence);

function issuesOf(cause: unknown): BaseIssue<unknown>[] | null {
  if (!(cause instanceof Error) || !("issues" in cause) || !Array.isArray(cause.issues)) return null;
  return cause.issues as BaseIssue<unknown>[];
}

function sentenceOf(issues: BaseIssue<unknown>[]): string {
  const first = issues[0];
  if (!first) return "The request could not be read.";
  const path = first.path?.map((it) => String(it.key)).join(".");
  return path ? `${path}: ${first.message}` : first.message;
}

// Errors of sockets, of PostgreSQL's shutdown (class 57P), connection (class 08) and fullness (53300), and of a client whose
// connection broke under it, which is what is left to tell when a rollback fails as well.
function isConnectionLoss(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|57P|08|53300)/.test(code) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(cause.message)
  );
}
