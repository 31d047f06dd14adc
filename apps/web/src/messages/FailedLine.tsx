import { Icon } from "@parley/ui";
import { errorSentence, useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import type { MessageActions } from "./message-actions.ts";

/** Below a message the server refused: why, and the three ways on. */
export function FailedLine(props: {
  message: TimelineMessage;
  actions: MessageActions;
  isEntered: boolean;
  isGroup: boolean;
}) {
  const i18n = useI18n();
  const why = () => {
    if (!props.message.failure) return "";
    // Outside of groups there are no roles: the other person has blocked this one.
    if (props.message.failure.reason === "not_allowed" && !props.isGroup) return i18n.t("messages.notTaken");
    return errorSentence(i18n, props.message.failure);
  };
  const tabIndex = () => (props.isEntered ? 0 : -1);
  return (
    <div class="failrow">
      <span class="failrow__why">
        <Icon name="alert-circle" size="xs" />
        {i18n.t("messages.notSent")} {why()}
      </span>
      <span class="failrow__acts">
        <button type="button" tabindex={tabIndex()} onClick={() => props.actions.retry(props.message)}>
          {i18n.t("messages.tryAgain")}
        </button>
        <button type="button" tabindex={tabIndex()} onClick={() => props.actions.edit(props.message)}>
          {i18n.t("messages.edit")}
        </button>
        <button type="button" tabindex={tabIndex()} onClick={() => props.actions.askDelete(props.message)}>
          {i18n.t("messages.delete")}
        </button>
      </span>
    </div>
  );
}
