import { colourOf } from "@parley/ui";
import { createUniqueId, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { createPerson, type TimelineMessage, useSync } from "../sync/index.ts";
import { isBigEmoji } from "./big-emoji.ts";
import { like } from "./create-emoji-choices.ts";
import { MessageBody } from "./MessageBody.tsx";
import { MessageMeta } from "./MessageMeta.tsx";
import { makeDoubleTap } from "./make-double-tap.ts";
import { makeLongPress } from "./make-long-press.ts";
import { makeSwipe } from "./make-swipe.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { canReact } from "./message-rights.ts";
import { makeSelecting } from "./passing-on/make-selecting.ts";
import { Quote } from "./Quote.tsx";
import { Reactions } from "./Reactions.tsx";
import { tickOf } from "./ticks.ts";

// Only what was saved has tags, and few were forwarded or answered in a thread.
const TagChips = lazy(() => import("./saved-tags/TagChips.tsx").then((module) => ({ default: module.TagChips })));
const ForwardedLine = lazy(() =>
  import("./passing-on/ForwardedLine.tsx").then((module) => ({ default: module.ForwardedLine })),
);
const ThreadFoot = lazy(() => import("./ThreadFoot.tsx").then((module) => ({ default: module.ThreadFoot })));
// Seen once somebody points at a message.
const MessageTools = lazy(() => import("./MessageTools.tsx").then((module) => ({ default: module.MessageTools })));
// Few messages fail, or take long.
const UploadLine = lazy(() =>
  import("../attachments/choosing/UploadLine.tsx").then((module) => ({ default: module.UploadLine })),
);
const FailedLine = lazy(() => import("./FailedLine.tsx").then((module) => ({ default: module.FailedLine })));

export type MessageRunProps = {
  message: TimelineMessage;
  setting: MessageSetting;
  actions: MessageActions;
  /** Whether the message above, or below, belongs to the same run. */
  joinsAbove: boolean;
  joinsBelow: boolean;
  isHighlighted: boolean;
  /** The reader went into this message with Enter: its links and buttons are tab stops. */
  isEntered: boolean;
};

/** One message of a run: avatar at the run's foot, name at its head. */
export function MessageRun(props: MessageRunProps) {
  const { t, formatTime } = useI18n();
  const sync = useSync();
  const person = createPerson(() => props.message.senderId);
  const isOwn = () => props.message.senderId === props.setting.me;
  const isPlain = () => !props.setting.isGroup || isOwn();
  const name = () => (person()?.isDeleted ? t("people.deletedAccount") : (person()?.displayName ?? ""));
  const isJumbo = () =>
    props.message.kind === "text" &&
    !props.message.deletedAt &&
    !props.message.replyToId &&
    (props.message.attachments
      ? props.message.attachments[0]?.kind === "sticker"
      : isBigEmoji(props.message.text, sync.emoji()));
  // A message can be shown twice: in its thread and in the conversation.
  const unique = createUniqueId();
  const textId = () => `text-${unique}`;
  const label = () => {
    const parts = [isOwn() ? t("messages.you") : name(), formatTime(props.message.createdAt)];
    if (props.setting.isSelected(props.message.id)) parts.push(t("passing.selected", { count: 1 }));
    if (props.message.isEdited) parts.push(t("messages.edited"));
    if (isOwn() && !props.setting.isSaved) parts.push(t(`messages.tick.${tickOf(props.message, props.setting.reach)}`));
    return parts.join(", ");
  };

  return (
    <div
      class="run"
      classList={{ "run--own": isOwn(), "run--dm": !isOwn() && isPlain() }}
      data-joins-above={props.joinsAbove ? "" : undefined}
      data-joins-below={props.joinsBelow ? "" : undefined}
      data-highlight={props.isHighlighted ? "" : undefined}
      data-selecting={props.setting.isSelecting ? "" : undefined}
      data-selected={props.setting.isSelected(props.message.id) ? "" : undefined}
    >
      <Show when={!isPlain()}>
        <Show when={!props.joinsBelow} fallback={<span class="run__gap" />}>
          <PersonAvatar id={props.message.senderId} person={person()} />
        </Show>
      </Show>
      <div class="run__msgs" data-p={colourOf(props.message.senderId)}>
        <article
          class="msg"
          classList={{ "msg--pending": props.message.sendState === "pending", "msg--jumbo": isJumbo() }}
          data-message={props.message.id}
          tabindex="-1"
          aria-label={label()}
          aria-describedby={textId()}
          ref={(element) => {
            makeSwipe(element, () => canReact(props.message, props.setting) && props.actions.reply(props.message));
            makeLongPress(element, () =>
              props.setting.isSelecting
                ? props.actions.select(props.message.id)
                : props.actions.openMenu(props.message, element.getBoundingClientRect()),
            );
            makeSelecting(
              element,
              () => props.setting.isSelecting,
              (isRange) => props.actions.select(props.message.id, isRange),
            );
            makeDoubleTap(
              element,
              () => canReact(props.message, props.setting) && props.actions.react(props.message, like, true),
            );
          }}
        >
          <div class="bubble">
            <Show when={!isPlain() && !props.joinsAbove}>
              <div class="bubble__name" dir="auto">
                <span>{name()}</span>
                <Role role={props.setting.roleOf(props.message.senderId)} />
              </div>
            </Show>
            <Show when={!props.message.deletedAt && props.message.forwarded}>
              {(forwarded) => (
                <Suspense>
                  <ForwardedLine forwarded={forwarded()} actions={props.actions} isEntered={props.isEntered} />
                </Suspense>
              )}
            </Show>
            <Show when={!props.message.deletedAt && props.message.replyToId}>
              {(id) => (
                <Quote
                  of={id()}
                  setting={props.setting}
                  isEntered={props.isEntered}
                  onJump={() => props.actions.jumpTo(id(), undefined, props.message.id)}
                />
              )}
            </Show>
            <MessageBody
              message={props.message}
              setting={props.setting}
              actions={props.actions}
              senderName={name()}
              isEntered={props.isEntered}
              textId={textId()}
              meta={
                <MessageMeta
                  message={props.message}
                  setting={props.setting}
                  actions={props.actions}
                  isEntered={props.isEntered}
                />
              }
            />
          </div>
          <Reactions
            message={props.message}
            setting={props.setting}
            actions={props.actions}
            isEntered={props.isEntered}
          />
          <Show when={props.setting.isSaved && !props.message.deletedAt}>
            <Suspense>
              <TagChips message={props.message} isEntered={props.isEntered} />
            </Suspense>
          </Show>
          <Show when={!props.setting.threadId && (props.message.thread || props.message.threadId)}>
            <Suspense>
              <ThreadFoot message={props.message} actions={props.actions} isEntered={props.isEntered} />
            </Suspense>
          </Show>
          <Show
            when={
              props.message.sendState === "pending" && props.message.attachments && !props.message.seq && !isJumbo()
            }
          >
            <Suspense>
              <UploadLine message={props.message} isEntered={props.isEntered} />
            </Suspense>
          </Show>
          <Show when={props.message.sendState === "failed"}>
            <Suspense>
              <FailedLine
                message={props.message}
                actions={props.actions}
                isEntered={props.isEntered}
                isGroup={props.setting.isGroup}
              />
            </Suspense>
          </Show>
          <Suspense>
            <MessageTools
              message={props.message}
              setting={props.setting}
              actions={props.actions}
              isEntered={props.isEntered}
            />
          </Suspense>
        </article>
      </div>
    </div>
  );
}

function Role(props: { role: string | undefined }) {
  const { t } = useI18n();
  return (
    <Show
      when={props.role === "owner" || props.role === "admin" || props.role === "moderator" ? props.role : undefined}
    >
      {(role) => <span class="bubble__role">{t(`people.role.${role() as "owner"}`)}</span>}
    </Show>
  );
}
