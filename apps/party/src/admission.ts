import {
  type ConversationId,
  conversationScope,
  type Scope,
  type SessionId,
  type TicketClaims,
  type UserId,
  userScope,
} from "@parley/schema";
import { readPublishPass, readTicket } from "./tickets.ts";

const admittedHeader = "x-parley-admitted";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A device in a room: whose it is, until when (Unix milliseconds), and how new its ticket was. */
export type Member = {
  userId: UserId;
  sessionId: SessionId;
  until: number;
  rev: number;
  hides?: TicketClaims["hides"];
  isQuiet?: true;
};
export type Publisher = { isPublisher: true; until: number };
/** What a room knows of a connection. */
export type Admitted = Member | Publisher;

/**
 * Decides before any room object is touched. The answer is the request to hand to the room, with the connection id
 * and every identity header replaced by ours: a client may name itself `_pk=…` or send `x-…` as it likes.
 */
export async function admit(request: Request, secret: string, now = Date.now()): Promise<Request | Response> {
  const url = new URL(request.url);
  const scope = scopeOf(url.pathname);
  if (!scope) return new Response("No such room.", { status: 404 });

  const admitted = await readAdmission(url.searchParams.get("ticket") ?? "", scope, secret, now);
  if (!admitted) return new Response("This ticket is not valid here.", { status: 401 });

  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (name.startsWith("x-")) headers.delete(name);
  headers.set(admittedHeader, JSON.stringify(admitted));
  return new Request(`${url.origin}${url.pathname}?_pk=${crypto.randomUUID()}`, { method: "GET", headers });
}

/** Reads back what `admit` wrote. */
export function admittedBy(headers: { get(name: string): string | null }): Admitted {
  return JSON.parse(headers.get(admittedHeader) ?? "null") as Admitted;
}

/** The scope of a room's address, `/parties/<party>/<id>` and nothing else. */
export function scopeOf(pathname: string): Scope | undefined {
  const [, parties, party, id = "", ...rest] = pathname.split("/");
  if (parties !== "parties" || rest.length > 0 || !uuid.test(id)) return undefined;
  if (party === "conversation") return conversationScope(id as ConversationId);
  if (party === "user") return userScope(id as UserId);
  return undefined;
}

async function readAdmission(ticket: string, scope: Scope, secret: string, now: number): Promise<Admitted | undefined> {
  const claims = await readTicket(secret, ticket, now);
  if (claims) {
    if (claims.scope !== scope || (scope.startsWith("u:") && scope !== userScope(claims.sub))) return undefined;
    const { sub, sid, exp, rev, hides, isQuiet } = claims;
    const told = { ...(hides && { hides }), ...(isQuiet && { isQuiet }) };
    return { userId: sub, sessionId: sid, until: exp * 1_000, rev, ...told };
  }
  const exp = await readPublishPass(secret, ticket, now);
  return exp === undefined ? undefined : { isPublisher: true, until: exp * 1_000 };
}
