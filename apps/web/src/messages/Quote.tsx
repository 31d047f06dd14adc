import type { MessageId } from "@parley/schema";
import { colourOf } from "@parley/ui";
import { createMemo, Show } from "solid-js";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { createMessage, createPerson } from "../sync/index.ts";
import { createMessageLine } from "./kinds/create-message-line.ts";
import type { MessageSetting } from "./message-actions.ts";

import "./quote.css";

/** The message that was answered, in a line, as it is now: of one that is gone nothing is shown. A tap goes there. */
export function Quote(props: { of: MessageId; setting: MessageSetting; isEntered: boolean; onJump?(): void }) {
  const { t } = useI18n();
  const line = createMessageLine();
  const near = () => props.setting.find(props.of);
  const far = createMessage(() =>
    near() ? undefined : { conversationId: props.setting.conversationId, id: props.of, seq: 0 },
  );
  const quoted = createMemo(() => near() ?? far());
  const person = createPerson(() => quoted()?.senderId);
  const name = () => (quoted()?.senderId === props.setting.me ? t("messages.you") : (person()?.displayName ?? ""));
  const Inside = () => (
    <Show when={quoted()} fallback={<span>{t("messages.quoteElsewhere")}</span>}>
      {(message) => (
        <>
          <b dir="auto">{name()}</b>
          <span dir="auto">
            <EmojiText text={line(message())} />
          </span>
        </>
      )}
    </Show>
  );
  const colour = () => {
    const message = quoted();
    return message && colourOf(message.senderId);
  };

  return (
    <Show
      when={props.onJump}
      fallback={
        <div class="quote" data-p={colour()}>
          <Inside />
        </div>
      }
    >
      {(onJump) => (
        <button
          type="button"
          class="quote"
          data-p={colour()}
          tabindex={props.isEntered ? 0 : -1}
          onClick={() => onJump()()}
        >
          <Inside />
        </button>
      )}
    </Show>
  );
}
