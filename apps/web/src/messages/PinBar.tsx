import type { ConversationId } from "@parley/schema";
import { Icon, IconButton } from "@parley/ui";
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { createMessage, type Pin } from "../sync/index.ts";
import { createMessageLine } from "./kinds/create-message-line.ts";
import "./pin-bar.css";

/** What is pinned, one at a time from the newest; pressing it goes there and turns to the one before. */
export function PinBar(props: {
  conversationId: ConversationId;
  pins: readonly Pin[];
  canUnpin: boolean;
  onJump(pin: Pin): void;
  onUnpin(pin: Pin): void;
}) {
  const { t } = useI18n();
  const line = createMessageLine();
  const [at, setAt] = createSignal(0);
  createEffect(
    on(
      () => props.pins.at(-1)?.id,
      () => setAt(props.pins.length - 1),
    ),
  );
  const pin = createMemo(() => props.pins[Math.min(at(), props.pins.length - 1)]);
  const message = createMessage(() => {
    const shown = pin();
    return shown && { conversationId: props.conversationId, id: shown.id, seq: shown.seq };
  });
  const text = () => {
    const shown = message();
    return shown ? line(shown) : "";
  };

  return (
    <Show when={pin()}>
      {(shown) => (
        <section class="pinbar" aria-label={t("messages.pinned")}>
          <button
            type="button"
            class="pinbar__go"
            aria-label={t("messages.pinnedGo", {
              number: props.pins.indexOf(shown()) + 1,
              count: props.pins.length,
              text: text(),
            })}
            onClick={() => {
              props.onJump(shown());
              setAt((before) => (Math.min(before, props.pins.length - 1) || props.pins.length) - 1);
            }}
          >
            <Icon name="pin" size="sm" />
            <span class="truncate">
              <b>
                {props.pins.length > 1
                  ? t("messages.pinnedOf", { number: props.pins.indexOf(shown()) + 1, count: props.pins.length })
                  : t("messages.pinnedOne")}
              </b>{" "}
              <bdi>
                <EmojiText text={text()} />
              </bdi>
            </span>
          </button>
          <Show when={props.canUnpin}>
            <IconButton
              icon="x"
              iconSize="sm"
              size="sm"
              label={t("messages.unpin")}
              onClick={() => props.onUnpin(shown())}
            />
          </Show>
        </section>
      )}
    </Show>
  );
}
