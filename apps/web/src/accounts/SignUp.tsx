import type { UserId } from "@parley/schema";
import { Button, Field, TextInput } from "@parley/ui";
import { browserSupportsWebAuthn, startRegistration } from "@simplewebauthn/browser";
import { createSignal, Show } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { type AppConfig, useSync } from "../sync/index.ts";
import { SignInLink } from "./BackToSignIn.tsx";
import { deviceName } from "./device-name.ts";
import { FormError } from "./FormError.tsx";
import { UsernameField } from "./UsernameField.tsx";

export type SignedUp = { userId: UserId; username: string; displayName: string; recoveryCodes: string[] };

/** Two names and a passkey: that is an account. */
export function SignUp(props: { config: AppConfig | undefined; onDone(done: SignedUp): void }) {
  const { t, tx } = useI18n();
  const sync = useSync();
  const [displayName, setDisplayName] = createSignal("");
  const [username, setUsername] = createSignal("");
  const act = createAct();

  const create = (event: SubmitEvent) => {
    event.preventDefault();
    void act.run(async () => {
      const { challengeId, options } = await sync.api.accounts.startSignUp.mutate({
        username: username(),
        displayName: displayName(),
      });
      const credential = await startRegistration({ optionsJSON: options });
      const done = await sync.api.accounts.finishSignUp.mutate({
        challengeId,
        credential,
        deviceName: deviceName(navigator.userAgent),
      });
      props.onDone({ ...done, username: username(), displayName: displayName() });
    });
  };

  return (
    <form class="auth__part auth__step" onSubmit={create}>
      <h1 class="t-2xl">{t("accounts.signUpTitle")}</h1>
      <Show when={props.config?.hasOwner === false}>
        <p class="muted">{t("accounts.signUpOwner")}</p>
      </Show>
      <Field label={t("accounts.displayName")} hint={t("accounts.displayNameHint")}>
        <TextInput
          size="lg"
          autocomplete="name"
          autofocus
          required
          maxlength={60}
          value={displayName()}
          onInput={setDisplayName}
        />
      </Field>
      <UsernameField size="lg" value={username()} onInput={setUsername} />
      <Show when={browserSupportsWebAuthn()} fallback={<p class="error">{t("accounts.noPasskeys")}</p>}>
        <Button type="submit" variant="primary" size="lg" icon="passkey" isBlock isBusy={act.isBusy()}>
          {t("accounts.createWithPasskey")}
        </Button>
      </Show>
      <FormError act={act} />
      <p class="hint auth__hint">{t("accounts.passkeyHint")}</p>
      <p class="t-sm muted auth__back">
        {tx("accounts.haveAccount", {
          link: <SignInLink label={t("accounts.signIn")} />,
        })}
      </p>
    </form>
  );
}
