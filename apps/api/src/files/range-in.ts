import type { IncomingHttpHeaders } from "node:http";
import type { ByteRange } from "../adapters/file-store.ts";

/** The one stretch that is asked for; null for everything, also where several stretches are asked for. */
export function rangeIn(
  { range, "if-range": ifRange }: IncomingHttpHeaders,
  size: number,
  etag: unknown,
): ByteRange | "unsatisfiable" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? "");
  if (!found || (ifRange !== undefined && ifRange !== etag)) return null;
  const [, first = "", last = ""] = found;
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? "unsatisfiable" : { from, to };
}
