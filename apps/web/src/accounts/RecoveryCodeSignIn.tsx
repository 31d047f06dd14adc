import { Button, Field, TextInput } from "@parley/ui";
import { createSignal } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { BackToSignIn } from "./BackToSignIn.tsx";
import { knownAccount } from "./known-account.ts";

/** For someone whose passkey is gone. */
export function RecoveryCodeSignIn() {
  const { t } = useI18n();
  const sync = useSync();
  const [username, setUsername] = createSignal(knownAccount(localStorage)?.username ?? "");
  const [code, setCode] = createSignal("");
  const act = createAct();
  const signIn = (event: SubmitEvent) => {
    event.preventDefault();
    void act.run(async () => {
      const { userId } = await sync.api.accounts.signInWithRecoveryCode.mutate({ username: username(), code: code() });
      await sync.signedIn(userId);
    });
  };
  return (
    <form class="auth__part auth__step" onSubmit={signIn}>
      <h1 class="t-2xl">{t("accounts.recoveryTitle")}</h1>
      <p class="muted">{t("accounts.recoveryText")}</p>
      <Field label={t("accounts.username")}>
        <TextInput
          size="lg"
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          required
          value={username()}
          onInput={setUsername}
        />
      </Field>
      <Field label={t("accounts.recoveryCode")} error={act.error()}>
        <TextInput
          size="lg"
          class="code-input"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          required
          value={code()}
          onInput={setCode}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" isBlock isBusy={act.isBusy()}>
        {t("accounts.signIn")}
      </Button>
      <BackToSignIn />
    </form>
  );
}
