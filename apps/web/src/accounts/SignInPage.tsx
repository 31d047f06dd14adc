import { Banner, Mark, Wordmark } from "@parley/ui";
import { useLocation } from "@solidjs/router";
import { createSignal, lazy, Match, onCleanup, Show, Suspense, Switch } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { useI18n } from "../i18n/index.ts";
import { type Sync, useSync } from "../sync/index.ts";
import { Greetings } from "./Greetings.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { SignIn } from "./SignIn.tsx";
import type { SignedUp } from "./SignUp.tsx";
import "./accounts.css";

// Most people who come here have an account and a passkey.
const EmailCode = lazy(() => import("./EmailCode.tsx").then((module) => ({ default: module.EmailCode })));
const NewAccount = lazy(() => import("./NewAccount.tsx").then((module) => ({ default: module.NewAccount })));
const RecoveryCodeSignIn = lazy(() =>
  import("./RecoveryCodeSignIn.tsx").then((module) => ({ default: module.RecoveryCodeSignIn })),
);
const SignUp = lazy(() => import("./SignUp.tsx").then((module) => ({ default: module.SignUp })));

const patienceMs = 1_000;

/** Whoever is not signed in sees this, at every address; the step is in the hash, so that Back works. */
export function SignInPage() {
  const { t } = useI18n();
  const sync = useSync();
  const location = useLocation();
  const isSettled = createSettled(sync);
  const [signedUp, setSignedUp] = createSignal<SignedUp>();
  createTitle(() => t("accounts.signIn"));

  return (
    <div class="auth">
      <main class="auth__form" id="main">
        <div class="auth__brand">
          <Mark size={34} />
          <Wordmark height={26} />
        </div>
        <div class="auth__mid">
          <Show when={sync.config()?.isDemo}>
            <div class="auth__demo">
              <Banner tone="info" icon="info">
                {t("app.demo")}
              </Banner>
            </div>
          </Show>
          <div class="auth__box">
            <Show when={isSettled()}>
              <Suspense>
                <Switch fallback={<SignIn config={sync.config()} />}>
                  <Match when={signedUp()}>{(done) => <NewAccount {...done()} />}</Match>
                  <Match when={location.hash === "#new"}>
                    <SignUp config={sync.config()} onDone={setSignedUp} />
                  </Match>
                  <Match when={location.hash === "#email"}>
                    <EmailCode />
                  </Match>
                  <Match when={location.hash === "#recover"}>
                    <RecoveryCodeSignIn />
                  </Match>
                </Switch>
              </Suspense>
            </Show>
          </div>
        </div>
        <footer class="auth__foot">
          <LanguageChoice />
        </footer>
      </main>
      <Greetings />
    </div>
  );
}

/**
 * What can be done here depends on what the server says of itself: a link that came, moved or went with its answer
 * would be missed by whoever was about to press it. A server that does not answer is not waited for.
 */
function createSettled(sync: Sync): () => boolean {
  if (sync.config()) return () => true;
  const [isSettled, setSettled] = createSignal(false);
  const timer = setTimeout(() => setSettled(true), patienceMs);
  onCleanup(() => clearTimeout(timer));
  void sync.askConfig().then(() => setSettled(true));
  return isSettled;
}
