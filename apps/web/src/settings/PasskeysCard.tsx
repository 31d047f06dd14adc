import type { PasskeyRow } from "@parley/schema";
import { Button, Card, Dialog, ListRow, useToast } from "@parley/ui";
import { startRegistration } from "@simplewebauthn/browser";
import { createSignal, For, Show } from "solid-js";
import { deviceName } from "../accounts/device-name.ts";
import { FormError } from "../accounts/FormError.tsx";
import { RecoveryCodes } from "../accounts/RecoveryCodes.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { PasskeyItem } from "./PasskeyItem.tsx";
import { Question } from "./Question.tsx";

/** Passkeys and recovery codes. */
export function PasskeysCard(props: { passkeys: PasskeyRow[]; codesLeft: number; username: string }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const act = createAct();
  const [isRenewing, setRenewing] = createSignal(false);
  const [codes, setCodes] = createSignal<string[]>();
  const add = () =>
    act.run(async () => {
      const { challengeId, options } = await sync.api.accounts.startAddPasskey.mutate();
      const credential = await startRegistration({ optionsJSON: options });
      await sync.api.accounts.finishAddPasskey.mutate({
        challengeId,
        credential,
        name: deviceName(navigator.userAgent),
      });
      toast.show({ text: t("settings.passkeyAdded") });
    });
  const renew = async () => setCodes((await sync.api.accounts.renewRecoveryCodes.mutate()).recoveryCodes);

  return (
    <Card
      title={t("settings.ways")}
      act={
        <Button size="sm" icon="plus" isBusy={act.isBusy()} onClick={() => void add()}>
          {t("settings.addPasskey")}
        </Button>
      }
    >
      <FormError act={act} />
      <ul class="rows">
        <For each={props.passkeys}>{(passkey) => <PasskeyItem passkey={passkey} />}</For>
        <ListRow
          icon="receipt"
          title={t("settings.recoveryCodes")}
          detail={t("settings.codesLeft", { count: props.codesLeft })}
          end={
            <Button size="sm" variant="ghost" onClick={() => setRenewing(true)}>
              {t("settings.renewCodes")}
            </Button>
          }
        />
      </ul>
      <Question
        isOpen={isRenewing()}
        title={t("settings.renewTitle")}
        text={t("settings.renewText")}
        keep={t("settings.keepOld")}
        go={t("settings.makeNew")}
        onClose={() => setRenewing(false)}
        onGo={renew}
      />
      <Show when={codes()}>
        {(made) => (
          <Dialog isOpen isWide title={t("accounts.codesTitle")} onClose={() => {}}>
            <RecoveryCodes codes={made()} username={props.username} onKept={() => setCodes(undefined)} />
          </Dialog>
        )}
      </Show>
    </Card>
  );
}
