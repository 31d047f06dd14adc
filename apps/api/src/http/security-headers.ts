import type { ServerResponse } from "node:http";
import type { Config } from "../config.ts";

/** What every answer carries. No inline script or style, no foreign origin but the rooms host, no frames. */
export function setSecurityHeaders(response: ServerResponse, origin: string) {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("permissions-policy", "camera=(self), microphone=(self), geolocation=(self), interest-cohort=()");
  if (origin.startsWith("https:"))
    response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
}

/** Sockets on our own origin are named as well, because not every browser counts them as 'self'. */
export function contentSecurityPolicy(origin: string, config: Config): string {
  const sockets = [origin, config.party?.url]
    .filter((url) => url !== undefined && /^https?:\/\/[\w.:[\]-]+$/.test(url))
    .map((url) => url?.replace(/^http/, "ws"));
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' blob: data:${config.mapTiles ? ` ${originOfTiles(config.mapTiles)}` : ""}`,
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self' ${sockets.join(" ")}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types default",
  ].join("; ");
}

const originOfTiles = (template: string) => new URL(template.replace(/[{}]/g, "")).origin;
