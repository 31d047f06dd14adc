import { browserSupportsWebAuthnAutofill, startAuthentication, WebAuthnAbortService } from "@simplewebauthn/browser";
import { onCleanup } from "solid-js";
import { type Act, createAct } from "../app/create-act.ts";
import { type Sync, useSync } from "../sync/index.ts";

type Ceremony = Awaited<ReturnType<Sync["api"]["accounts"]["startSignIn"]["mutate"]>>;

/**
 * Sign-in with a passkey: by the button, or picked from the autofill of a field once the person has gone near it.
 * Not on every load: challenges are counted, and who has just signed out wants to stay out. One challenge serves both.
 */
export function createPasskeySignIn(): { signIn(): Promise<boolean>; offer(): Promise<void>; act: Act } {
  const sync = useSync();
  const act = createAct();
  let ready: Promise<Ceremony> | undefined;

  const take = async () => {
    // A challenge works once: whoever takes it leaves none.
    const ceremony = await (ready ?? sync.api.accounts.startSignIn.mutate()).catch(() =>
      sync.api.accounts.startSignIn.mutate(),
    );
    ready = undefined;
    return ceremony;
  };
  const finish = async (ceremony: Ceremony, useBrowserAutofill: boolean) => {
    const credential = await startAuthentication({ optionsJSON: ceremony.options, useBrowserAutofill });
    const { userId } = await sync.api.accounts.finishSignIn.mutate({ challengeId: ceremony.challengeId, credential });
    await sync.signedIn(userId);
  };

  let isOffered = false;
  const offer = async () => {
    if (isOffered || act.isBusy()) return;
    isOffered = true;
    if (!(await browserSupportsWebAuthnAutofill())) return;
    ready = sync.api.accounts.startSignIn.mutate();
    const ceremony = await ready.catch(() => undefined);
    if (!ceremony || !ready) return;
    await finish(ceremony, true).catch((error: unknown) => {
      // The button stopped it, or the page went: nobody asked for a sentence about that.
      if (!(error instanceof Error && ["AbortError", "NotAllowedError"].includes(error.name)))
        void act.run(() => Promise.reject(error));
    });
  };
  onCleanup(() => WebAuthnAbortService.cancelCeremony());

  return { act, offer, signIn: () => act.run(async () => finish(await take(), false)) };
}
