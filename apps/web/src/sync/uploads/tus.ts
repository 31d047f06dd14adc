import { AppError, type ErrorCode, type FileId, type WireError } from "@parley/schema";
import type { Porter } from "./upload-files.ts";

type Line = Pick<Porter, "origin" | "fetch" | "signal">;

const path = "/files/uploads";
const patienceMs = 60_000;

/** Announces a file: tus 1.0 creation. Answers with what the server has of it already, if it knows. */
export async function begin(line: Line, file: { fileId: FileId; name: string; size: number }): Promise<number> {
  const metadata = `fileId ${inBase64(file.fileId)},name ${inBase64(file.name)}`;
  const answer = await ask(line, path, "POST", { "upload-length": `${file.size}`, "upload-metadata": metadata });
  if (!answer.ok) throw await refusalOf(answer);
  return offsetIn(answer) ?? 0;
}

/** How much of a file the server has; null when it does not know it. */
export async function askOffset(line: Line, fileId: FileId): Promise<number | null> {
  const answer = await ask(line, `${path}/${fileId}`, "HEAD");
  if (isUnknown(answer)) return null;
  if (!answer.ok) throw await refusalOf(answer);
  return offsetIn(answer);
}

/** Sends the next bytes; answers as `askOffset`. What the server has is its word, also when it is not what we thought. */
export async function append(line: Line, fileId: FileId, sent: number, bytes: ArrayBuffer): Promise<number | null> {
  const answer = await ask(
    line,
    `${path}/${fileId}`,
    "PATCH",
    { "upload-offset": `${sent}`, "content-type": "application/offset+octet-stream" },
    bytes,
  );
  if (isUnknown(answer)) return null;
  const told = answer.ok ? offsetIn(answer) : answer.status === 409 ? await askOffset(line, fileId) : undefined;
  if (told === undefined) throw await refusalOf(answer);
  return told;
}

/** Takes a file back; one that is not there is as good. */
export async function endOnServer(line: Line, fileId: FileId): Promise<void> {
  const answer = await ask(line, `${path}/${fileId}`, "DELETE");
  // What stands on a message by now goes with it.
  if (!answer.ok && !isUnknown(answer) && answer.status !== 409) throw await refusalOf(answer);
}

async function ask(
  { origin, fetch, signal }: Line,
  to: string,
  method: string,
  headers: Record<string, string> = {},
  body?: ArrayBuffer,
): Promise<Response> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, patienceMs);
  signal?.addEventListener("abort", end);
  try {
    return await fetch(origin + to, {
      method,
      headers: { "tus-resumable": "1.0.0", ...headers },
      signal: ending.signal,
      ...(body && { body }),
    });
  } catch {
    throw new AppError("unavailable", "unavailable", "");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

const isUnknown = ({ status }: Response) => status === 404 || status === 410;

function offsetIn(answer: Response): number | null {
  const offset = answer.headers.get("upload-offset");
  return offset === null ? null : Number(offset);
}

/** Answers without a body of ours: to HEAD, or from what stands between. Any other status is a fault. */
const codes: Record<number, ErrorCode> = {
  401: "not_signed_in",
  // Another request for the same file has not ended yet.
  423: "rate_limited",
  429: "rate_limited",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

async function refusalOf(answer: Response): Promise<AppError> {
  const body = (await answer.json().catch(() => null)) as { error?: { data?: { app?: WireError } } } | null;
  const told = body?.error?.data?.app;
  const retryAfter = Number(answer.headers.get("retry-after")) || 1;
  return told
    ? new AppError(told.code, told.reason, told.sentence, told)
    : new AppError(codes[answer.status] ?? "internal", "internal", "", { retryAfter });
}

/** Of UTF-8, as tus wants it. */
function inBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
