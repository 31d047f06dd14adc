import { SignJWT } from "jose";

/** A pass with which the holder of the secret may publish for a minute; what the API signs, for our own errands. */
export function signPublishPass(secret: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("parley-publish")
    .setExpirationTime("60s")
    .sign(new TextEncoder().encode(secret));
}
