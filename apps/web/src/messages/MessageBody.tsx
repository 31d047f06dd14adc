import type { UserId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { createMemo, type JSX, Match, Show, Switch } from "solid-js";
import { FormattedText } from "../formatting/FormattedText.tsx";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import { isBigEmoji } from "./big-emoji.ts";
import { LinkCard } from "./LinkCard.tsx";
import type { MessageActions } from "./message-actions.ts";

/** What stands in a bubble: the text, or a line about why there is none. `meta` floats at its end. */
export function MessageBody(props: {
  message: TimelineMessage;
  me: UserId;
  actions: Pick<MessageActions, "openPerson">;
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
                : props.message.senderId === props.me
                  ? t("messages.youDeleted")
                  : tx("messages.someoneDeleted", { name: <bdi>{props.senderName}</bdi> })
            }
          />
        </Match>
        <Match when={props.message.kind === "text"}>
          <Show when={props.message.automatic === "reply"}>
            <span class="bubble__label t-xs">{t("later.automatic")}</span>
          </Show>
          <Show
            when={isJumbo()}
            fallback={
              <FormattedText
                text={props.message.text}
                details={props.message}
                me={props.me}
                isEntered={props.isEntered}
                onPerson={props.actions.openPerson}
              />
            }
          >
            <span class="jumbo">{props.message.text}</span>
          </Show>
          <Show when={props.message.link}>
            {(link) => (
              <LinkCard
                message={props.message}
                link={link()}
                isOwn={props.message.senderId === props.me}
                isEntered={props.isEntered}
              />
            )}
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
