import { settingOf } from "@parley/schema";
import { Select } from "@parley/ui";
import { createUniqueId, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { expiryChoices } from "../messages/expiry-choices.ts";
import { SettingRow } from "../settings/SettingRow.tsx";
import { type ConversationDetails, useSync } from "../sync/index.ts";

/** How long messages live in this conversation from now on. */
export function ExpirySetting(props: { conversation: ConversationDetails; isEditable: boolean }) {
  const { t, formatDuration } = useI18n();
  const sync = useSync();
  const [afterId, startsId] = [createUniqueId(), createUniqueId()];
  const seconds = () => settingOf(props.conversation, "expiresAfter");
  const starts = () => settingOf(props.conversation, "expiryStarts");
  const name = (value: number | null) => (value === null ? t("later.never") : formatDuration(value));
  const set = (expiresAfter: number | null, expiryStarts: "send" | "read") =>
    void sync.do.setExpiry({ conversationId: props.conversation.id, expiresAfter, expiryStarts });
  // One that was set elsewhere need not be among the usual ones.
  const choices = () => [...new Set([null, ...expiryChoices, seconds()])].sort((a, b) => (a ?? 0) - (b ?? 0));

  return (
    <section class="sect" aria-label={t("later.disappearing")}>
      <h3 class="sect__head">{t("later.disappearing")}</h3>
      <p class="t-sm muted">{t("later.disappearingText")}</p>
      <Show
        when={props.isEditable}
        fallback={
          <p class="t-sm">{seconds() === null ? t("later.never") : t("later.after", { time: name(seconds()) })}</p>
        }
      >
        <SettingRow title={t("later.goesAfter")} for={afterId}>
          <Select
            id={afterId}
            value={String(seconds())}
            onChange={(value) => set(value === "null" ? null : Number(value), starts())}
            options={choices().map((value) => ({ value: String(value), label: name(value) }))}
          />
        </SettingRow>
        <Show when={seconds() !== null && props.conversation.kind !== "saved"}>
          <SettingRow title={t("later.starts")} for={startsId}>
            <Select
              id={startsId}
              value={starts()}
              onChange={(value) => set(seconds(), value)}
              options={[
                { value: "send", label: t("later.startsSend") },
                { value: "read", label: t("later.startsRead") },
              ]}
            />
          </SettingRow>
        </Show>
      </Show>
    </section>
  );
}
