import type { UserId } from "@parley/schema";
import { Icon, Tooltip } from "@parley/ui";
import { createMemo, For, Show } from "solid-js";
import { EmojiText, spokenEmoji } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { createPerson, type Reaction, type TimelineMessage } from "../sync/index.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { canReact } from "./message-rights.ts";

const mostPills = 6;
const mostNames = 8;

type Props = { message: TimelineMessage; setting: MessageSetting; actions: MessageActions; isEntered: boolean };

/** The pills under a bubble: what people put there, oldest first. Pressing one adds one's own or takes it back. */
export function Reactions(props: Props) {
  const { t } = useI18n();
  const folded = () => props.message.reactions.slice(mostPills);
  const tabIndex = () => (props.isEntered ? 0 : -1);
  const isOpen = () => canReact(props.message, props.setting);

  return (
    <Show when={props.message.reactions.length > 0}>
      <div class="reacts" role="group" aria-label={t("messages.reactions")}>
        <For each={props.message.reactions.slice(0, mostPills)}>
          {(reaction) => <Pill {...props} reaction={reaction} />}
        </For>
        <Show when={folded().length > 0}>
          <button
            type="button"
            class="react"
            tabindex={tabIndex()}
            aria-label={t("messages.reactionsMore", { count: folded().length })}
            onClick={() => props.actions.showReactions(props.message)}
          >
            <bdi>+{folded().length}</bdi>
          </button>
        </Show>
        <Show when={isOpen()}>
          <button
            type="button"
            class="react react--add"
            tabindex={tabIndex()}
            aria-label={t("messages.react")}
            onClick={(event) => props.actions.openQuick(props.message, event.currentTarget.getBoundingClientRect())}
          >
            <Icon name="smile-plus" size="sm" />
          </button>
        </Show>
      </div>
    </Show>
  );
}

function Pill(props: Props & { reaction: Reaction }) {
  const { t, formatNumber } = useI18n();
  const count = () => props.reaction.count ?? props.reaction.userIds.length;
  const named = createMemo(() =>
    props.reaction.userIds.slice(0, mostNames).map((id) => nameOf(id, () => props.setting.me)),
  );
  const names = () => {
    if (props.setting.isChannel) return t("channels.reacted", { count: count() });
    const known = named().map((name) => name());
    const more = count() - known.length;
    return [...known, ...(more > 0 ? [t("messages.andMore", { count: more })] : [])].join(", ");
  };

  // What stands in words is also said with the number beside it.
  const spoken = () =>
    props.reaction.id.startsWith(":")
      ? `${spokenEmoji(props.reaction.id)} ${formatNumber(count())}`
      : props.reaction.id;

  return (
    <Tooltip text={names()}>
      <button
        type="button"
        class="react"
        tabindex={props.isEntered ? 0 : -1}
        aria-pressed={props.reaction.isMine}
        aria-label={t("messages.reactionBy", { emoji: spoken(), names: names() })}
        disabled={!canReact(props.message, props.setting)}
        onClick={() => props.actions.react(props.message, props.reaction.id, !props.reaction.isMine)}
      >
        <span aria-hidden="true">
          <EmojiText text={props.reaction.id} />
        </span>
        <span>{formatNumber(count())}</span>
      </button>
    </Tooltip>
  );
}

function nameOf(id: UserId, me: () => UserId) {
  const { t } = useI18n();
  const person = createPerson(() => id);
  return () => (id === me() ? t("messages.you") : (person()?.displayName ?? "…"));
}
