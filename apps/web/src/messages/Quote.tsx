import type { MessageId } from "@parley/schema";
import { colourOf } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createPerson } from "../sync/index.ts";
import { kindLine } from "./kinds/kind-line.ts";
import type { MessageSetting } from "./message-actions.ts";

import "./quote.css";

/** The message that was answered, in a line; a tap goes there. */
export function Quote(props: { of: MessageId; setting: MessageSetting; isEntered: boolean; onJump(): void }) {
  const { t } = useI18n();
  const quoted = () => props.setting.find(props.of);
  const person = createPerson(() => quoted()?.senderId);
  const name = () => (quoted()?.senderId === props.setting.me ? t("messages.you") : (person()?.displayName ?? ""));

  return (
    <Show
      when={quoted()}
      fallback={
        <div class="quote">
          <span>{t("messages.quoteElsewhere")}</span>
        </div>
      }
    >
      {(message) => (
        <button
          type="button"
          class="quote"
          data-p={colourOf(message().senderId)}
          tabindex={props.isEntered ? 0 : -1}
          onClick={() => props.onJump()}
        >
          <b dir="auto">{name()}</b>
          <span dir="auto">{message().deletedAt ? t("messages.deleted") : kindLine({ t }, message())}</span>
        </button>
      )}
    </Show>
  );
}
