import { Button, buttonClass, Field, TextInput } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createSignal, lazy, Show } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { type AppConfig, useSync } from "../sync/index.ts";
import { createPasskeySignIn } from "./create-passkey-sign-in.ts";
import { FormError } from "./FormError.tsx";
import { KnownAccountCard } from "./KnownAccountCard.tsx";
import { forgetAccount, knownAccount } from "./known-account.ts";

const DemoUsers = lazy(() => import("./DemoUsers.tsx").then((module) => ({ default: module.DemoUsers })));

/** The known account and the passkey first; e-mail, recovery codes and a new account below. */
export function SignIn(props: { config: AppConfig | undefined }) {
  const { t, tx } = useI18n();
  const [known, setKnown] = createSignal(knownAccount(localStorage));
  const passkey = createPasskeySignIn();
  const isFirst = () => props.config?.hasOwner === false;

  return (
    <>
      <div>
        <h1 class="t-2xl">{known() ? t("accounts.welcomeBack") : t("accounts.welcome")}</h1>
        <p class="muted auth__lead">
          {isFirst()
            ? t("accounts.signUpOwner")
            : tx("accounts.signInTo", { host: <b class="semi">{location.host}</b> })}
        </p>
      </div>
      <Show
        when={!isFirst()}
        fallback={
          <a class={buttonClass({ variant: "primary", size: "lg", isBlock: true })} href="#new">
            {t("accounts.createAccount")}
          </a>
        }
      >
        <section class="auth__part" aria-label={t("accounts.passkeySection")}>
          <Show when={known()}>
            {(account) => (
              <KnownAccountCard
                account={account()}
                onForget={() => {
                  forgetAccount(localStorage);
                  setKnown(undefined);
                }}
              />
            )}
          </Show>
          <Button
            variant="primary"
            size="lg"
            icon="passkey"
            isBlock
            isBusy={passkey.act.isBusy()}
            onClick={() => void passkey.signIn()}
          >
            {t("accounts.withPasskey")}
          </Button>
          <FormError act={passkey.act} />
          <p class="hint auth__hint">{t("accounts.passkeyHint")}</p>
        </section>
        <div class="or">
          <span>{t("accounts.or")}</span>
        </div>
        <EmailForm hasMail={props.config?.hasMail ?? true} onNear={() => void passkey.offer()} />
        <Show when={props.config?.demoUsers}>{(users) => <DemoUsers users={users()} />}</Show>
        <div class="auth__links">
          <a class="link" href="#recover">
            {t("accounts.recoveryLink")}
          </a>
          <Show when={props.config?.isSignUpOpen ?? true}>
            <p class="t-sm muted">
              {tx("accounts.newHere", {
                link: (
                  <a class="link" href="#new">
                    {t("accounts.createAccount")}
                  </a>
                ),
              })}
            </p>
          </Show>
        </div>
      </Show>
    </>
  );
}

function EmailForm(props: { hasMail: boolean; onNear(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const navigate = useNavigate();
  const [email, setEmail] = createSignal("");
  const act = createAct();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    void act
      .run(() => sync.api.accounts.startEmailSignIn.mutate({ email: email() }))
      .then((isSent) => isSent && navigate("#email", { state: { email: email().trim() } }));
  };
  return (
    <form class="auth__part" onSubmit={send} onPointerEnter={() => props.onNear()} onFocusIn={() => props.onNear()}>
      <Field label={t("accounts.email")} error={act.error()} hint={props.hasMail ? undefined : t("accounts.noMail")}>
        <TextInput
          size="lg"
          type="email"
          inputmode="email"
          autocomplete="username webauthn"
          spellcheck={false}
          required
          placeholder={t("accounts.emailPlaceholder")}
          value={email()}
          onInput={setEmail}
        />
      </Field>
      <Button type="submit" size="lg" isBlock isBusy={act.isBusy()}>
        {t("accounts.emailCode")}
      </Button>
    </form>
  );
}
