import { Icon } from "@parley/ui";
import { createMemo, type JSX, Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import { isBigEmoji } from "./big-emoji.ts";
import { MessageText } from "./MessageText.tsx";

/** What stands in a bubble: the text, or a line about why there is none. `meta` floats at its end. */
export function MessageBody(props: {
  message: TimelineMessage;
  isOwn: boolean;
  isGroup: boolean;
  senderName: string;
  isEntered: boolean;
  textId: string;
  meta: JSX.Element;
}) {
  const { t, tx } = useI18n();
  const isWritten = () => props.message.kind === "text" && !props.message.deletedAt;
  const isJumbo = createMemo(() => isBigEmoji(props.message.text));

  return (
    <div
      class="bubble__text"
      id={props.textId}
      dir={isWritten() ? "auto" : undefined}
      data-note={isWritten() ? undefined : ""}
    >
      <Switch fallback={<Note icon="sparkles" text={t("messages.unknownKind")} />}>
        <Match when={props.message.deletedAt}>
          <Note
            icon="trash"
            text={
              props.isGroup
                ? t("messages.wasDeleted")
                : props.isOwn
                  ? t("messages.youDeleted")
                  : tx("messages.someoneDeleted", { name: <bdi>{props.senderName}</bdi> })
            }
          />
        </Match>
        <Match when={props.message.kind === "text"}>
          <Show when={isJumbo()} fallback={<MessageText text={props.message.text} isEntered={props.isEntered} />}>
            <span class="jumbo">{props.message.text}</span>
          </Show>
        </Match>
      </Switch>
      {props.meta}
    </div>
  );
}

function Note(props: { icon: "trash" | "sparkles"; text: JSX.Element }) {
  return (
    <span class="deleted">
      <Icon name={props.icon} size="xs" />
      <span>{props.text}</span>
    </span>
  );
}
