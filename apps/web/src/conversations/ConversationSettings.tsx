import type { ConversationId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createConversation } from "../sync/index.ts";
import { GroupSettings } from "./GroupSettings.tsx";
import { canChangeSettings } from "./group-rights.ts";
import "./details.css";

/** How a group is set up, beside it; for those who may change that. */
export function ConversationSettings(props: { id: ConversationId }) {
  const { t } = useI18n();
  const conversation = createConversation(() => props.id);
  const title = () => (conversation()?.kind === "channel" ? t("channels.settings") : t("groups.settings"));
  const allowed = () => {
    const entry = conversation();
    return entry && !entry.isLeft && canChangeSettings(entry.me.role) ? entry : undefined;
  };

  return (
    <>
      <header class="aside__head">
        <a class="iconbtn iconbtn--md" href={`/c/${props.id}/details`} aria-label={t("groups.closeSettings")}>
          <Icon name="chevron-start" flips />
        </a>
        <h2>{title()}</h2>
      </header>
      <div class="aside__body scroll" tabindex="0" role="region" aria-label={title()}>
        <Show when={allowed()} fallback={<p class="muted">{t("groups.settingsForAdmins")}</p>}>
          {(group) => <GroupSettings group={group()} />}
        </Show>
      </div>
    </>
  );
}
