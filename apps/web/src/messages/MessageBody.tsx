import { Icon } from "@parley/ui";
import { createMemo, type JSX, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { MessageFiles } from "../attachments/MessageFiles.tsx";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { directionOf } from "../formatting/direction-of.ts";
import { FormattedText } from "../formatting/FormattedText.tsx";
import { useI18n } from "../i18n/index.ts";
import { type TimelineMessage, useSync } from "../sync/index.ts";
import { isBigEmoji } from "./big-emoji.ts";
import { kindOf } from "./kinds/kind-line.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";

const MessageContent = lazy(() =>
  import("./kinds/MessageContent.tsx").then((module) => ({ default: module.MessageContent })),
);

const LinkCard = lazy(() => import("./LinkCard.tsx").then((module) => ({ default: module.LinkCard })));

/** What stands in a bubble: the text, or a line about why there is none. `meta` floats at its end. */
export function MessageBody(props: {
  message: TimelineMessage;
  setting: MessageSetting;
  actions: Pick<MessageActions, "openPerson" | "openFile">;
  senderName: string;
  isEntered: boolean;
  textId: string;
  meta: JSX.Element;
}) {
  const { t, tx } = useI18n();
  const sync = useSync();
  const isWritten = () => props.message.kind === "text" && !props.message.deletedAt;
  const isHeld = () => !props.message.deletedAt && kindOf(props.message) !== undefined;
  const isJumbo = createMemo(() => !props.message.attachments && isBigEmoji(props.message.text, sync.emoji()));

  return (
    <div
      class="bubble__text"
      id={props.textId}
      dir={isWritten() ? directionOf(props.message.text) : undefined}
      data-note={isWritten() || isHeld() ? undefined : ""}
      data-holds={isHeld() ? "" : undefined}
      data-bare={isWritten() && !props.message.text ? "" : undefined}
    >
      <Switch fallback={<Note icon="sparkles" text={t("messages.unknownKind")} />}>
        <Match when={props.message.deletedAt}>
          <Note
            icon="trash"
            text={
              props.setting.isGroup
                ? t("messages.wasDeleted")
                : props.message.senderId === props.setting.me
                  ? t("messages.youDeleted")
                  : tx("messages.someoneDeleted", { name: <bdi>{props.senderName}</bdi> })
            }
          />
        </Match>
        <Match when={kindOf(props.message)}>
          <Suspense fallback={<span>{props.message.text}</span>}>
            <MessageContent message={props.message} setting={props.setting} isEntered={props.isEntered} />
          </Suspense>
        </Match>
        <Match when={props.message.kind === "text"}>
          <Show when={props.message.automatic === "reply"}>
            <span class="bubble__label t-xs">{t("later.automatic")}</span>
          </Show>
          <MessageFiles
            message={props.message}
            setting={props.setting}
            actions={props.actions}
            isEntered={props.isEntered}
          />
          <Show
            when={isJumbo()}
            fallback={
              <FormattedText
                text={props.message.text}
                details={props.message}
                me={props.setting.me}
                isEntered={props.isEntered}
                onPerson={props.actions.openPerson}
              />
            }
          >
            <span class="jumbo">
              <EmojiText text={props.message.text} />
            </span>
          </Show>
          <Show when={props.message.link}>
            {(link) => (
              <Suspense>
                <LinkCard
                  message={props.message}
                  link={link()}
                  isOwn={props.message.senderId === props.setting.me}
                  isEntered={props.isEntered}
                />
              </Suspense>
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
