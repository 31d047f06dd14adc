import { Button, Card, Field, ListRow, TextInput } from "@parley/ui";
import { createSignal } from "solid-js";
import { forgetAccount } from "../accounts/known-account.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { Question } from "./Question.tsx";

/** Ends the account, after the username was typed. */
export function DeleteAccountCard(props: { username: string }) {
  const { t, tx } = useI18n();
  const sync = useSync();
  const [isAsking, setAsking] = createSignal(false);
  const [typed, setTyped] = createSignal("");
  const remove = async () => {
    await sync.api.accounts.deleteAccount.mutate();
    forgetAccount(localStorage);
    await sync.signOut();
  };
  return (
    <Card title={t("settings.deleteAccount")}>
      <ul class="rows">
        <ListRow
          icon="trash"
          title={t("settings.deleteAccount")}
          detail={t("settings.deleteDetail")}
          end={
            <Button
              size="sm"
              variant="danger-soft"
              onClick={() => {
                setTyped("");
                setAsking(true);
              }}
            >
              {t("settings.delete")}
            </Button>
          }
        />
      </ul>
      <Question
        isOpen={isAsking()}
        title={t("settings.deleteTitle")}
        text={tx("settings.deleteText", { username: <b>{props.username}</b> })}
        keep={t("settings.keepAccount")}
        go={t("settings.deleteNow")}
        isHeld={typed().trim() !== props.username}
        onClose={() => setAsking(false)}
        onGo={remove}
      >
        <Field label={t("accounts.username")}>
          <TextInput autocomplete="off" autocapitalize="none" spellcheck={false} value={typed()} onInput={setTyped} />
        </Field>
      </Question>
    </Card>
  );
}
