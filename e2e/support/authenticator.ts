import type { CDPSession, Page } from "playwright-core";

export type Authenticator = {
  session: CDPSession;
  id: string;
};

type Credentials = Awaited<ReturnType<typeof listCredentials>>;

/** Gives a page a screen lock that always says yes. It belongs to this page alone: another one needs its own, with the passkeys copied. */
export async function addAuthenticator(page: Page, passkeys: Credentials = []): Promise<Authenticator> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  for (const credential of passkeys) await session.send("WebAuthn.addCredential", { authenticatorId, credential });
  return { session, id: authenticatorId };
}

/** The passkeys on it, to be carried to another page or device of the same person. */
export async function listCredentials({ session, id }: Authenticator) {
  const { credentials } = await session.send("WebAuthn.getCredentials", { authenticatorId: id });
  return credentials;
}

/** A person who dismisses the browser's question. */
export async function refuseFromNowOn({ session, id }: Authenticator): Promise<void> {
  await session.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified: false });
}
