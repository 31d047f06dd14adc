import { keepsPlace } from "@parley/schema";
import { Button } from "@parley/ui";
import { Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, createAccount, useSync } from "../sync/index.ts";

/** Gives the channel its badge or takes it; only those who keep the whole place see it. */
export function VerifyChannel(props: { channel: ConversationDetails }) {
  const { t } = useI18n();
  const sync = useSync();
  const account = createAccount();
  const act = createAct();
  const toggle = () =>
    act.run(() =>
      sync.api.channels.setVerified.mutate({
        conversationId: props.channel.id,
        isVerified: !props.channel.isVerified,
      }),
    );

  return (
    <Show when={keepsPlace(account()?.role)}>
      <Button icon="verified" isBusy={act.isBusy()} onClick={() => void toggle()}>
        {props.channel.isVerified ? t("channels.takeBadge") : t("channels.giveBadge")}
      </Button>
      <FormError act={act} />
    </Show>
  );
}
