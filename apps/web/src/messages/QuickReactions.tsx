import { Icon } from "@parley/ui";
import { For } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import { createEmojiChoices } from "./create-emoji-choices.ts";

/** Six emoji at hand, and the way to all of them. Stands in a menu. */
export function QuickReactions(props: {
  message: TimelineMessage;
  onChoose(emoji: string, isOn: boolean): void;
  onMore(): void;
}) {
  const { t } = useI18n();
  const choices = createEmojiChoices();
  const isMine = (emoji: string) => props.message.reactions.some((it) => it.id === emoji && it.isMine);

  return (
    <div class="quickreacts" role="group" aria-label={t("messages.react")}>
      <For each={choices.quick()}>
        {(emoji) => (
          <button
            type="button"
            role="menuitemcheckbox"
            class="quickreacts__one"
            tabindex="-1"
            aria-checked={isMine(emoji)}
            onClick={() => props.onChoose(emoji, !isMine(emoji))}
          >
            {emoji}
          </button>
        )}
      </For>
      <button
        type="button"
        role="menuitem"
        class="quickreacts__one"
        tabindex="-1"
        aria-label={t("messages.allEmoji")}
        onClick={() => props.onMore()}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
}
