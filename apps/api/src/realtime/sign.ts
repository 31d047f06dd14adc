import type { TicketClaims } from "@parley/schema";
import { SignJWT } from "jose";

const key = (secret: string) => new TextEncoder().encode(secret);

/** A pass into one room for one user's connections. */
export function signTicket(secret: string, claims: TicketClaims): Promise<string> {
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: "HS256" }).setAudience("parley-room").sign(key(secret));
}

/** The API's own pass to the rooms; valid for at most a minute. */
export function signPublisher(secret: string, now: Date): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("parley-publish")
    .setExpirationTime(Math.floor(now.getTime() / 1000) + 60)
    .sign(key(secret));
}
