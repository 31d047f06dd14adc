import { isIP } from "node:net";

/**
 * Where a session comes from, as far as an address tells without asking anybody: which network, not which town.
 * The last part of the address is never kept.
 */
export function placeOf(address: string | undefined): string {
  const ip = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIP(ip) === 4) return placeOfV4(ip);
  if (isIP(ip) === 6) return placeOfV6(ip.toLowerCase());
  return "Unknown network";
}

function placeOfV4(ip: string): string {
  const [a = 0, b = 0, c = 0] = ip.split(".").map(Number);
  if (a === 127) return "This computer";
  const isLocal = a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168) || (a === 169 && b === 254);
  return `${isLocal ? "Local network" : "Network"} ${a}.${b}.${c}.x`;
}

function placeOfV6(ip: string): string {
  if (ip === "::1") return "This computer";
  if (/^(?:f[cd]|fe[89ab])/.test(ip)) return "Local network";
  const [head = ""] = ip.split("::");
  const groups = head.split(":").slice(0, 3);
  return `Network ${groups.join(":") || "0"}::x`;
}
