import { AppError, type WireError } from "@parley/schema";

/** Whatever went wrong on the way to the API and back, as the one kind of error that screens know. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const wire = wireErrorIn(error);
  if (wire) return new AppError(wire.code, wire.reason, wire.sentence, { retryAfter: wire.retryAfter });
  return new AppError("unavailable", "unavailable", "Parley cannot be reached right now.");
}

function wireErrorIn(error: unknown): WireError | null {
  const data = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  const app = typeof data === "object" && data !== null && "app" in data ? data.app : null;
  return app ? (app as WireError) : null;
}
