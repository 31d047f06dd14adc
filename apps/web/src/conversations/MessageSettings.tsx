import { type ConversationSettings, settingOf } from "@parley/schema";
import { Select } from "@parley/ui";
import { createUniqueId, type JSX } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, useSync } from "../sync/index.ts";

const hours = ["0", "1", "24", "48", "168", "8760"] as const;
const audiences = ["members", "moderators", "author"] as const;

/** What becomes of messages: who sees what they said before, and for how long they can be deleted. */
export function MessageSettings(props: { conversation: ConversationDetails }) {
  const { t } = useI18n();
  const sync = useSync();
  const set = (settings: ConversationSettings) =>
    void sync.do.updateConversation({ conversationId: props.conversation.id, settings });
  return (
    <section class="sect" aria-label={t("threads.messageSettings")}>
      <h3 class="sect__head">{t("threads.messageSettings")}</h3>
      <Choice label={t("threads.versionsFor")}>
        {(id) => (
          <Select
            id={id}
            value={settingOf(props.conversation, "versionsFor")}
            options={audiences.map((value) => ({ value, label: t(`threads.versionsFor.${value}`) }))}
            onChange={(versionsFor) => set({ versionsFor })}
          />
        )}
      </Choice>
      <Choice label={t("threads.deleteForAll")}>
        {(id) => (
          <Select
            id={id}
            value={hours.find((it) => Number(it) === settingOf(props.conversation, "deleteForAllHours")) ?? "48"}
            options={hours.map((value) => ({ value, label: t(`threads.deleteForAll.${value}`) }))}
            onChange={(chosen) => set({ deleteForAllHours: Number(chosen) })}
          />
        )}
      </Choice>
    </section>
  );
}

function Choice(props: { label: string; children(id: string): JSX.Element }) {
  const id = createUniqueId();
  return (
    <div class="setrow setrow--choice">
      <span class="setrow__t">
        <b>
          <label for={id}>{props.label}</label>
        </b>
      </span>
      {props.children(id)}
    </div>
  );
}
