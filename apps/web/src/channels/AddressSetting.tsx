import { limits } from "@parley/schema";
import { Button, Field, TextInput } from "@parley/ui";
import { createSignal, Show, untrack } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, useSync } from "../sync/index.ts";

/** Where anybody finds the channel; without an address people come by invitation only. */
export function AddressSetting(props: { channel: ConversationDetails }) {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  const [address, setAddress] = createSignal(untrack(() => props.channel.address ?? ""));
  const set = (next: string | null) =>
    act.run(async () => {
      await sync.api.channels.setAddress.mutate({ conversationId: props.channel.id, address: next });
      setAddress(next ?? "");
    });

  return (
    <form
      class="sect"
      aria-label={t("channels.address")}
      onSubmit={(event) => {
        event.preventDefault();
        void set(address().trim() || null);
      }}
    >
      <h3 class="sect__head">{t("channels.address")}</h3>
      <Field
        label={t("channels.addressLabel")}
        hint={props.channel.address ? t("channels.isPublic") : t("channels.isPrivate")}
        error={act.error()}
      >
        <TextInput
          value={address()}
          maxlength={limits.usernameLength.max}
          dir="auto"
          autocapitalize="none"
          spellcheck={false}
          onInput={(text) => {
            setAddress(text);
            act.clear();
          }}
        />
      </Field>
      <div class="formacts">
        <Show when={props.channel.address}>
          <Button onClick={() => void set(null)}>{t("channels.makePrivate")}</Button>
        </Show>
        <Button
          type="submit"
          variant="primary"
          isBusy={act.isBusy()}
          disabled={address().trim() === (props.channel.address ?? "")}
        >
          {t("channels.saveAddress")}
        </Button>
      </div>
    </form>
  );
}
