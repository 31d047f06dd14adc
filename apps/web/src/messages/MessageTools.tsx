import { IconButton, type IconButtonProps } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { canEdit, canReact } from "./message-rights.ts";

/** The few acts beside a bubble, for a mouse and for whoever went into the message with Enter. */
export function MessageTools(props: {
  message: TimelineMessage;
  setting: MessageSetting;
  actions: MessageActions;
  isEntered: boolean;
}) {
  const { t } = useI18n();
  const Tool = (tool: IconButtonProps) => (
    <IconButton {...tool} size="sm" iconSize="sm" tabindex={props.isEntered ? 0 : -1} />
  );
  return (
    <div class="tools" role="group" aria-label={t("messages.actions")}>
      <Show when={canReact(props.message, props.setting)}>
        <Tool
          icon="smile-plus"
          label={t("messages.react")}
          aria-haspopup="menu"
          onClick={(event: MouseEvent & { currentTarget: HTMLElement }) =>
            props.actions.openQuick(props.message, event.currentTarget.getBoundingClientRect())
          }
        />
      </Show>
      <Show
        when={canEdit(props.message, props.setting.me) && !props.setting.isReadOnly}
        fallback={
          <Show when={canReact(props.message, props.setting)}>
            <Tool icon="reply" flips label={t("messages.reply")} onClick={() => props.actions.reply(props.message)} />
          </Show>
        }
      >
        <Tool icon="pencil" label={t("messages.edit")} onClick={() => props.actions.edit(props.message)} />
      </Show>
      <Show when={!props.setting.threadId && canReact(props.message, props.setting)}>
        <Tool
          icon="thread"
          label={t("threads.replyInThread")}
          onClick={() => props.actions.openThread(props.message)}
        />
      </Show>
      <Tool
        icon="more"
        label={t("messages.moreActions")}
        aria-haspopup="menu"
        onClick={(event: MouseEvent & { currentTarget: HTMLElement }) =>
          props.actions.openMenu(props.message, event.currentTarget.getBoundingClientRect())
        }
      />
    </div>
  );
}
