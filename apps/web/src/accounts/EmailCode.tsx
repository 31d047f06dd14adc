import { Button, Field, TextInput } from "@parley/ui";
import { useLocation, useNavigate } from "@solidjs/router";
import { createSignal, onMount } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { BackToSignIn } from "./BackToSignIn.tsx";

/** The second half of signing in by e-mail. */
export function EmailCode() {
  const { t, tx } = useI18n();
  const sync = useSync();
  const location = useLocation<{ email?: string }>();
  const navigate = useNavigate();
  const [code, setCode] = createSignal("");
  const act = createAct();
  const email = () => location.state?.email ?? "";
  onMount(() => {
    if (!email()) navigate("", { replace: true });
  });

  const finish = (event: SubmitEvent) => {
    event.preventDefault();
    void act.run(async () => {
      const { userId } = await sync.api.accounts.finishEmailSignIn.mutate({ email: email(), code: code() });
      await sync.signedIn(userId);
    });
  };
  return (
    <form class="auth__part auth__step" onSubmit={finish}>
      <h1 class="t-2xl">{t("accounts.code")}</h1>
      <p class="muted">{tx("accounts.codeSent", { email: <bdi class="semi">{email()}</bdi> })}</p>
      <Field label={t("accounts.code")} error={act.error()}>
        <TextInput
          size="lg"
          inputmode="numeric"
          autocomplete="one-time-code"
          autofocus
          required
          maxlength={12}
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
