import { inputs, limits, type SessionId, sessionId, type TicketClaims, type UserId, userId } from "@parley/schema";
import { jwtVerify } from "jose";
import * as v from "valibot";

// What the clocks of the API and of a room may differ by.
const leewaySeconds = 30;
const publishSeconds = 60;

const hiddenFrom = v.optional(
  v.union([
    v.literal("all"),
    v.pipe(
      v.array(userId),
      v.transform((ids) => ids as UserId[]),
    ),
  ]),
);

const ticketClaims = v.object({
  sub: userId,
  sid: sessionId,
  scope: inputs.scopeInput,
  rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  isQuiet: v.optional(v.literal(true)),
  exp: v.pipe(v.number(), v.finite()),
  hides: v.optional(v.object({ presence: hiddenFrom, typing: hiddenFrom })),
});

/** The claims of a ticket into a room, or nothing when it is not one that is valid now. */
export async function readTicket(secret: string, ticket: string, now = Date.now()): Promise<TicketClaims | undefined> {
  const payload = await readSigned(secret, ticket, "parley-room", now, limits.ticketMs / 1_000);
  const claims = v.safeParse(ticketClaims, payload);
  if (!claims.success) return undefined;
  const { isQuiet, ...output } = claims.output;
  return { ...output, sub: output.sub as UserId, sid: output.sid as SessionId, ...(isQuiet && { isQuiet }) };
}

/** When a pass of the API to publish ends (Unix seconds), or nothing when it is not one that is valid now. */
export async function readPublishPass(secret: string, pass: string, now = Date.now()): Promise<number | undefined> {
  const payload = await readSigned(secret, pass, "parley-publish", now, publishSeconds);
  return payload?.exp;
}

async function readSigned(secret: string, token: string, audience: string, now: number, longestSeconds: number) {
  try {
    const key = new TextEncoder().encode(secret);
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["HS256"],
      audience,
      requiredClaims: ["exp"],
      currentDate: new Date(now),
    });
    const isTooLong = payload.exp! > now / 1_000 + longestSeconds + leewaySeconds;
    return isTooLong ? undefined : payload;
  } catch {
    return undefined;
  }
}
