import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

type Creation = { challenge: string; rp: { id?: string }; user: { id: string } };
type Request = { challenge: string; rpId?: string };
type Key = { id: Buffer; privateKey: KeyObject; publicKey: KeyObject; userHandle: Buffer; counter: number };

/** `counts: false`: like those that sync their keys and always say zero. */
type Options = { origin: string; counts?: boolean; aaguid?: string };

const flags = { present: 0x01, verified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };

/** A passkey provider in software: real keys and real signatures, so that the library on the server is met as by a browser. */
export function createAuthenticator({ origin, counts = true, aaguid = "0".repeat(32) }: Options) {
  let key: Key | undefined;

  /** `id`: claims to be the passkey of that id. */
  function create(options: Creation, id?: string) {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    key = {
      id: id ? Buffer.from(id, "base64url") : randomBytes(32),
      privateKey,
      publicKey,
      userHandle: Buffer.from(options.user.id, "base64url"),
      counter: counts ? 1 : 0,
    };
    const attested = Buffer.concat([
      Buffer.from(aaguid.replaceAll("-", ""), "hex"),
      Buffer.from([0, key.id.length]),
      key.id,
      coseKeyOf(publicKey),
    ]);
    const authData = Buffer.concat([authenticatorData(options.rp.id, key.counter, flags.attested), attested]);
    const attestationObject = map(["fmt", text("none")], ["attStmt", map()], ["authData", bytes(authData)]);
    return {
      id: key.id.toString("base64url"),
      rawId: key.id.toString("base64url"),
      type: "public-key" as const,
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData("webauthn.create", options.challenge).toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
        transports: ["internal", "hybrid"],
      },
    };
  }

  function sign(options: Request) {
    if (!key) throw new Error("There is no passkey here yet.");
    if (counts) key.counter++;
    const authData = authenticatorData(options.rpId, key.counter, 0);
    const data = clientData("webauthn.get", options.challenge);
    const signature = createSign("sha256")
      .update(authData)
      .update(createHash("sha256").update(data).digest())
      .sign(key.privateKey);
    return {
      id: key.id.toString("base64url"),
      rawId: key.id.toString("base64url"),
      type: "public-key" as const,
      clientExtensionResults: {},
      response: {
        clientDataJSON: data.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: key.userHandle.toString("base64url"),
      },
    };
  }

  /** The passkey as a browser's virtual authenticator takes it (WebAuthn.Credential of the DevTools protocol). */
  function passkey(rpId: string) {
    if (!key) throw new Error("There is no passkey here yet.");
    return {
      credentialId: key.id.toString("base64"),
      isResidentCredential: true,
      rpId,
      privateKey: key.privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
      userHandle: key.userHandle.toString("base64"),
      signCount: key.counter,
    };
  }

  /** Another device with the same key, counting on its own from here. */
  function copy() {
    const twin = createAuthenticator({ origin, counts, aaguid });
    if (key) twin.takeKey({ ...key });
    return twin;
  }

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  return {
    create,
    sign,
    passkey,
    copy,
    takeKey(it: Key) {
      key = it;
    },
  };
}

function authenticatorData(rpId: string | undefined, counter: number, extra: number) {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const all = flags.present | flags.verified | flags.backupEligible | flags.backedUp | extra;
  return Buffer.concat([
    createHash("sha256")
      .update(rpId ?? "")
      .digest(),
    Buffer.from([all]),
    count,
  ]);
}

// An ES256 key as COSE writes it: kty 2 (EC2), alg -7, crv 1 (P-256), x, y.
function coseKeyOf(publicKey: KeyObject) {
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const point = (part: string) => bytes(Buffer.from(part, "base64url"));
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    point(x),
    Buffer.from([0x22]),
    point(y),
  ]);
}

// As much of CBOR as it takes. Lengths are written as short as they can be, or they are refused.
function text(value: string) {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function bytes(value: Buffer) {
  const { length } = value;
  const head = length < 24 ? [0x40 + length] : length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

function map(...entries: [string, Buffer][]) {
  return Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([key, value]) => [text(key), value]),
  ]);
}
