import type { IncomingMessage } from "node:http";
import { AppError } from "@parley/schema";
import type { Config } from "../config.ts";

/** What the caller's browser calls us. A proxy's word counts only when it is trusted. */
export function originOf(request: IncomingMessage, config: Config): string {
  if (config.publicUrl) return config.publicUrl;
  const scheme = config.trustsProxy && first(request.headers["x-forwarded-proto"]) === "https" ? "https" : "http";
  return `${scheme}://${request.headers.host ?? "localhost"}`;
}

/** Whom address limits count against: behind a trusted proxy, the address it saw. */
export function addressOf(request: IncomingMessage, config: Config): string {
  const seen = config.trustsProxy ? first(request.headers["x-forwarded-for"])?.split(",").at(-1)?.trim() : undefined;
  return seen || request.socket.remoteAddress || "unknown";
}

/** Refuses what another site's page sends on its visitor's behalf. Browsers always say where a request comes from. */
export function requireOwnOrigin(request: IncomingMessage, config: Config) {
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const isOwn =
    origin === undefined
      ? site === undefined || site === "same-origin" || site === "none"
      : isOwnOrigin(origin, request, config);
  if (!isOwn) throw new AppError("not_allowed", "not_allowed", "This request came from another site.");
}

function isOwnOrigin(origin: string, request: IncomingMessage, config: Config) {
  if (origin === config.publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
