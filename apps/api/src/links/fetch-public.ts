import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export type Fetched = { url: URL; type: string; body: Buffer };
export type FetchLimits = {
  /** In bytes: what is longer is cut there. */
  bytes: number;
  /** For all of it, redirects included, in milliseconds. */
  timeMs: number;
  /** `host:port` that may be asked although they are not on the public internet. */
  allowed: ReadonlySet<string>;
};

const redirects = 4;

/** Why an address was not asked. Nothing of it is told to people. */
export class NotFetched extends Error {}

/**
 * Asks a public web server for one thing. Every address its name resolves to is checked when the connection is made,
 * not before, so that a name cannot point elsewhere in between; of redirects too.
 */
export async function fetchPublic(address: string, limits: FetchLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.timeMs);
  let url = new URL(address);
  for (let turn = 0; turn <= redirects; turn++) {
    const response = await request(requireAskable(url, limits), limits, signal);
    const { location } = response.headers;
    if (location && [301, 302, 303, 307, 308].includes(response.statusCode ?? 0)) {
      response.destroy();
      if (!URL.canParse(location, url.href)) throw new NotFetched("It redirects to nowhere.");
      url = new URL(location, url);
      continue;
    }
    if (response.statusCode !== 200) {
      response.destroy();
      throw new NotFetched(`It answered ${response.statusCode}.`);
    }
    return { url, type: String(response.headers["content-type"] ?? ""), body: await readSome(response, limits.bytes) };
  }
  throw new NotFetched("It redirects without end.");
}

/** Whether an IP address is one of the public internet. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

function requireAskable(url: URL, { allowed }: FetchLimits): URL {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new NotFetched("It is not of the web.");
  if (url.username || url.password) throw new NotFetched("It holds a password.");
  if (allowed.has(hostOf(url))) return url;
  if (url.port) throw new NotFetched("It is at a port of its own.");
  const name = bare(url.hostname);
  if (isIP(name) && !isPublic(name)) throw new NotFetched("It is not public.");
  return url;
}

const hostOf = (url: URL) => `${url.hostname}:${url.port || (url.protocol === "https:" ? 443 : 80)}`;
const bare = (host: string) => host.replace(/^\[|\]$/g, "");

function request(url: URL, limits: FetchLimits, signal: AbortSignal): Promise<http.IncomingMessage> {
  const send = url.protocol === "https:" ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const asked = send(
      url,
      {
        agent: false,
        signal,
        lookup: limits.allowed.has(hostOf(url)) ? undefined : lookupPublic,
        headers: {
          accept: "text/html,application/xhtml+xml,image/*;q=0.8",
          "accept-encoding": "identity",
          "user-agent": "Parley link preview",
        },
      },
      resolve,
    );
    asked.on("error", (error) => reject(new NotFetched(error.message)));
    asked.end();
  });
}

/** As `dns.lookup`, and an error when any of the addresses is not public. */
const lookupPublic: LookupFunction = (name, options, answer) => {
  lookup(name, { ...options, all: true }, (error, found) => {
    const addresses = found as LookupAddress[];
    if (error) return answer(error, "", 0);
    const refused = addresses.length === 0 || addresses.some((it) => !isPublic(it.address));
    if (refused) return answer(new NotFetched("It is not public."), "", 0);
    if (options.all) return (answer as (error: null, addresses: LookupAddress[]) => void)(null, addresses);
    return answer(null, addresses[0]!.address, addresses[0]!.family);
  });
};

async function readSome(response: http.IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of response) {
      parts.push(part as Buffer);
      size += (part as Buffer).length;
      if (size >= most) break;
    }
  } catch (error) {
    throw new NotFetched((error as Error).message);
  } finally {
    response.destroy();
  }
  return Buffer.concat(parts).subarray(0, most);
}
