import { Banner, Mark, Wordmark } from "@parley/ui";
import { useLocation } from "@solidjs/router";
import { createResource, createSignal, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { useI18n } from "../i18n/index.ts";
import { type AppConfig, useSync } from "../sync/index.ts";
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

/** Whoever is not signed in sees this, at every address; the step is in the hash, so that Back works. */
export function SignInPage() {
  const { t } = useI18n();
  const sync = useSync();
  const location = useLocation();
  const [config] = createResource(() => sync.api.app.config.query().catch(() => undefined));
  const known = (): AppConfig | undefined => (config.state === "ready" ? config.latest : undefined);
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
          <Show when={known()?.isDemo}>
            <div class="auth__demo">
              <Banner tone="info" icon="info">
                {t("app.demo")}
              </Banner>
            </div>
          </Show>
          <div class="auth__box">
            <Suspense>
              <Switch fallback={<SignIn config={known()} />}>
                <Match when={signedUp()}>{(done) => <NewAccount {...done()} />}</Match>
                <Match when={location.hash === "#new"}>
                  <SignUp config={known()} onDone={setSignedUp} />
                </Match>
                <Match when={location.hash === "#email"}>
                  <EmailCode />
                </Match>
                <Match when={location.hash === "#recover"}>
                  <RecoveryCodeSignIn />
                </Match>
              </Switch>
            </Suspense>
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
