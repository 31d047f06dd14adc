import { Button, Card, Field, ListRow, TextInput, useToast } from "@parley/ui";
import { createSignal, Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { Question } from "./Question.tsx";

type Asking = "address" | "code" | "remove";

/** The verified address: the second way in. */
export function EmailCard(props: { email: string | null }) {
  const { t, tx } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const [asking, setAsking] = createSignal<Asking>();
  const [email, setEmail] = createSignal("");
  const [code, setCode] = createSignal("");
  const close = (step: Asking) => {
    // The next step may have been opened by the act itself.
    if (asking() === step) setAsking(undefined);
  };
  const send = async () => {
    await sync.api.accounts.setEmail.mutate({ email: email() });
    setCode("");
    setAsking("code");
  };
  const verify = async () => {
    await sync.api.accounts.verifyEmail.mutate({ code: code() });
    toast.show({ text: t("settings.emailVerified") });
  };
  const remove = async () => {
    await sync.api.accounts.removeEmail.mutate();
    toast.show({ text: t("settings.emailRemoved") });
  };

  return (
    <Card title={t("settings.email")} note={t("settings.emailNote")}>
      <ul class="rows">
        <ListRow
          icon="mention"
          title={<bdi>{props.email ?? t("settings.emailNone")}</bdi>}
          end={
            <>
              <Button size="sm" onClick={() => setAsking("address")}>
                {props.email ? t("settings.emailChange") : t("settings.emailAdd")}
              </Button>
              <Show when={props.email}>
                <Button size="sm" variant="ghost" onClick={() => setAsking("remove")}>
                  {t("settings.remove")}
                </Button>
              </Show>
            </>
          }
        />
      </ul>
      <Switch>
        <Match when={asking() === "address"}>
          <Question
            isOpen
            title={t("settings.emailTitle")}
            keep={t("app.cancel")}
            go={t("settings.emailSend")}
            isDangerous={false}
            isHeld={!email().includes("@")}
            onClose={() => close("address")}
            onGo={send}
          >
            <Field label={t("settings.email")}>
              <TextInput
                type="email"
                inputmode="email"
                autocomplete="email"
                autofocus
                value={email()}
                onInput={setEmail}
              />
            </Field>
          </Question>
        </Match>
        <Match when={asking() === "code"}>
          <Question
            isOpen
            title={t("settings.emailCode")}
            text={tx("accounts.codeSent", { email: <bdi>{email()}</bdi> })}
            keep={t("app.cancel")}
            go={t("settings.emailVerify")}
            isDangerous={false}
            isHeld={code().trim() === ""}
            onClose={() => close("code")}
            onGo={verify}
          >
            <Field label={t("settings.emailCode")}>
              <TextInput inputmode="numeric" autocomplete="one-time-code" autofocus value={code()} onInput={setCode} />
            </Field>
          </Question>
        </Match>
        <Match when={asking() === "remove"}>
          <Question
            isOpen
            title={t("settings.emailRemoveTitle", { email: props.email ?? "" })}
            text={t("settings.emailRemoveText")}
            keep={t("settings.keepIt")}
            go={t("settings.removeIt")}
            onClose={() => close("remove")}
            onGo={remove}
          />
        </Match>
      </Switch>
    </Card>
  );
}
