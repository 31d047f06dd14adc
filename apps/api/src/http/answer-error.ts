import type { ServerResponse } from "node:http";
import type { WireError } from "@parley/schema";
import { httpStatusOf } from "../errors.ts";

/** An error in the shape tRPC clients read, also where tRPC itself was not reached. */
export function answerError(response: ServerResponse, app: WireError) {
  const httpStatus = httpStatusOf(app);
  response.statusCode = httpStatus;
  response.setHeader("content-type", "application/json");
  if (app.retryAfter) response.setHeader("retry-after", String(app.retryAfter));
  // What is left of a body that was refused is not read: the connection goes instead.
  if (httpStatus === 413) response.setHeader("connection", "close");
  response.end(
    JSON.stringify({ error: { message: app.sentence, code: -32600, data: { code: app.code, httpStatus, app } } }),
  );
}
