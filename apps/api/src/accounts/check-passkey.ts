import { AppError } from "@parley/schema";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Context } from "../context.ts";

// Ed25519, ECDSA with P-256, RSA: what passkeys are made with today.
const supportedAlgorithmIDs = [-8, -7, -257];

// What a browser says of how a passkey is reached is kept only where we know the word.
const transports = ["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"];

type Asked = Pick<Context, "origin" | "config" | "log">;
type Registration = Parameters<typeof verifyRegistrationResponse>[0]["response"];
type Assertion = Parameters<typeof verifyAuthenticationResponse>[0]["response"];
type Stored = { id: string; public_key: Uint8Array };

/** What a device needs to make a passkey that can be found without typing a name. */
export function askForPasskey(
  ctx: Asked,
  user: { id: string; name: string; displayName: string },
  known: { id: string; transports: string[] }[],
) {
  return generateRegistrationOptions({
    rpName: "Parley",
    rpID: new URL(ctx.origin).hostname,
    userID: new TextEncoder().encode(user.id),
    userName: user.name,
    userDisplayName: user.displayName,
    attestationType: "none",
    supportedAlgorithmIDs,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
  });
}

export function askForSignature(ctx: Asked) {
  return generateAuthenticationOptions({ rpID: new URL(ctx.origin).hostname, userVerification: "preferred" });
}

/** The new passkey, if the device answered the challenge, here, with the person present. */
export async function checkNewPasskey(ctx: Asked, credential: object, challenge: string) {
  const response = credential as Registration;
  const checked = await answered(ctx, () =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      ...ourSide(ctx),
      supportedAlgorithmIDs,
      requireUserVerification: false,
    }),
  );
  if (!checked.registrationInfo) throw failed();
  const { credential: passkey, aaguid, credentialBackedUp } = checked.registrationInfo;
  return {
    id: passkey.id,
    public_key: Buffer.from(passkey.publicKey),
    counter: passkey.counter,
    transports: transports.filter((it) => Array.isArray(passkey.transports) && passkey.transports.includes(it)),
    is_backed_up: credentialBackedUp,
    aaguid,
  };
}

/** The signature counter, if this passkey signed the challenge. Whether the counter may be believed is for whoever stores it. */
export async function checkSignature(ctx: Asked, credential: object, challenge: string, passkey: Stored) {
  const response = credential as Assertion;
  // Zero switches off the library's own comparison, which looks before it locks.
  const stored = { id: passkey.id, publicKey: new Uint8Array(passkey.public_key), counter: 0 };
  const checked = await answered(ctx, () =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      ...ourSide(ctx),
      credential: stored,
      requireUserVerification: false,
    }),
  );
  if (!checked.verified) throw failed();
  return { counter: checked.authenticationInfo.newCounter, isBackedUp: checked.authenticationInfo.credentialBackedUp };
}

export const failed = () =>
  new AppError("not_allowed", "passkey_failed", "This passkey could not be checked. Try again.");

// A proxy may take HTTPS off without telling us; the host still has to be ours.
function ourSide({ origin, config }: Asked) {
  const expectedOrigin = config.publicUrl ? [origin] : [origin, origin.replace(/^http:/, "https:")];
  return { expectedOrigin, expectedRPID: new URL(origin).hostname };
}

// The library throws plain errors about what the browser sent: that is the caller's fault, not a bug of ours.
async function answered<T>(ctx: Asked, check: () => Promise<T>): Promise<T> {
  try {
    return await check();
  } catch (error) {
    ctx.log.info({ problem: error instanceof Error ? error.message.slice(0, 200) : "unknown" }, "passkey refused");
    throw failed();
  }
}
