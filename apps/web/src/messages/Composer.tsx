import { type ConversationId, limits, type UserId } from "@parley/schema";
import { Icon, IconButton } from "@parley/ui";
import { createEffect, createSignal, createUniqueId, For, type JSX, lazy, on, onMount, Show, Suspense } from "solid-js";
import { clock } from "../app/clock.ts";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { createPreference, useSync } from "../sync/index.ts";
import type { Composing, SendOptions as SendOptionsGiven } from "./create-composing.ts";
import { growWithText } from "./grow-with-text.ts";
import { createMessageLine } from "./kinds/create-message-line.ts";
import "./composer.css";
import "./quote.css";

// Helps writing, and is not needed to read: it comes after the messages.
const ComposerTools = lazy(() =>
  import("../formatting/ComposerTools.tsx").then((it) => ({ default: it.ComposerTools })),
);

const Attaching = lazy(() => import("../attachments/choosing/Attaching.tsx").then((it) => ({ default: it.Attaching })));

const VoiceButton = lazy(() =>
  import("../attachments/record/VoiceButton.tsx").then((it) => ({ default: it.VoiceButton })),
);

const Replying = lazy(() => import("./Replying.tsx").then((module) => ({ default: module.Replying })));

const SendOptions = lazy(() => import("./SendOptions.tsx").then((module) => ({ default: module.SendOptions })));

export type ComposerProps = {
  composing: Composing;
  me: UserId;
  title: string;
  conversationId: ConversationId;
  /** Seconds until the next message may go, where slow mode is on. */
  wait: number;
  onFocus(isFocused: boolean): void;
  /** ↑ in an empty field. */
  onEditLast(): void;
  onSent(): void;
  /** What stands before the field: the menu of what else a message can hold. */
  attach?: JSX.Element;
  /** What is said of the field in a thread. */
  thread?: { label: string; placeholder: string; foot: JSX.Element };
};

/** Where messages are written. What is typed here stays until it was sent, whatever happens. */
export function Composer(props: ComposerProps) {
  const { t, tx, formatNumber } = useI18n();
  const sync = useSync();
  const enterSends = createPreference("enterSends");
  const line = createMessageLine();
  const hintId = createUniqueId();
  const [shownField, setShownField] = createSignal<HTMLTextAreaElement>();
  const [isBarOpen, setBarOpen] = createSignal(false);
  const [emojiAt, setEmojiAt] = createSignal<DOMRect>();
  const [isSpeaking, setSpeaking] = createSignal(false);
  let field!: HTMLTextAreaElement;

  const isTouch = () => matchMedia("(pointer: coarse)").matches;
  const hasFiles = () => props.composing.choosing.chosen().length > 0;
  const isOffline = () => sync.status().state === "offline";

  const submit = (options?: SendOptionsGiven) => {
    const wasEdit = Boolean(props.composing.editing());
    if (props.wait > 0 && !wasEdit) return field.focus();
    if (props.composing.submit(options) && !wasEdit) props.onSent();
    field.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter picks a word while an input method is open; keyCode 229 is how Safari says so.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      const isForced = event.ctrlKey || event.metaKey;
      if (!isForced && (isTouch() || enterSends() === false)) return;
      event.preventDefault();
      submit();
    } else if (event.key === "ArrowUp" && field.value === "" && !props.composing.editing()) {
      event.preventDefault();
      props.onEditLast();
    } else if (event.key === "Escape" && (props.composing.editing() || props.composing.replying())) {
      event.preventDefault();
      event.stopPropagation();
      if (props.composing.editing()) props.composing.leaveEdit();
      else props.composing.leaveReply();
    }
  };

  onMount(() => {
    growWithText(field, props.composing.text);
    setShownField(field);
    if (!isTouch()) field.focus({ preventScroll: true });
  });
  createEffect(
    on(
      () => props.composing.editing()?.id ?? props.composing.replying()?.id,
      (id) => {
        if (!id) return;
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
      },
      { defer: true },
    ),
  );

  const isIdle = () => props.composing.text() === "" && !hasFiles() && !props.composing.editing() && props.wait === 0;
  const SendButton = () => (
    <IconButton
      type="submit"
      icon={props.composing.editing() ? "check" : "send"}
      label={props.composing.editing() ? t("messages.saveEdit") : t("messages.send")}
      isAccent
      aria-disabled={
        (props.composing.length() === 0 && !hasFiles()) || (props.wait > 0 && !props.composing.editing())
          ? "true"
          : undefined
      }
    />
  );

  return (
    <form
      class="composer"
      aria-label={props.thread?.label ?? t("messages.composer")}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div class="composer__box" data-invalid={props.composing.isTooLong() ? "" : undefined}>
        {/* Only once one writes: the network alone must not move what one reads. */}
        <Show when={isOffline() && props.composing.length() > 0}>
          <p class="composer__state">
            <Icon name="cloud-off" size="sm" />
            <span>{t("messages.offlineHint")}</span>
          </p>
        </Show>
        <Show when={props.wait > 0}>
          <p class="composer__state composer__state--calm">
            <Icon name="timer" size="sm" />
            <span role="timer">{t("groups.slowModeWait", { wait: clock(props.wait * 1_000) })}</span>
          </p>
        </Show>
        <Show when={props.composing.editing()}>
          {(message) => (
            <div class="composer__ctx">
              <Icon name="pencil" size="sm" />
              <div class="quote">
                <b>{t("messages.editing")}</b>
                <span dir="auto">
                  <EmojiText text={line(message())} />
                </span>
              </div>
              <IconButton
                icon="x"
                iconSize="sm"
                label={t("messages.leaveEdit")}
                onClick={() => props.composing.leaveEdit()}
              />
            </div>
          )}
        </Show>
        <Show when={props.composing.replying()}>
          {(message) => (
            <Suspense>
              <Replying to={message()} me={props.me} onLeave={() => props.composing.leaveReply()} />
            </Suspense>
          )}
        </Show>
        <Suspense>
          <Show when={shownField()}>
            {(shown) => (
              <>
                <ComposerTools
                  field={shown()}
                  conversationId={props.conversationId}
                  isBarOpen={isBarOpen()}
                  isEnterLine={isTouch() || enterSends() === false}
                  composing={props.composing}
                  mustWait={props.wait > 0}
                  onSent={props.onSent}
                  emojiAt={emojiAt()}
                  onEmojiClosed={() => setEmojiAt(undefined)}
                />
                <Attaching
                  choosing={props.composing.choosing}
                  field={shown()}
                  isOpen={!props.composing.editing()}
                  title={props.title}
                />
              </>
            )}
          </Show>
        </Suspense>
        <div class="composer__bar">
          <Show when={!props.composing.editing()}>{props.attach}</Show>
          <textarea
            ref={field}
            class="composer__in"
            rows="1"
            dir="auto"
            enterkeyhint={isTouch() ? "enter" : "send"}
            autocomplete="off"
            aria-label={props.thread?.label ?? t("messages.composerLabel", { title: props.title })}
            aria-describedby={hintId}
            aria-invalid={props.composing.isTooLong() ? "true" : undefined}
            placeholder={props.thread?.placeholder ?? t("messages.placeholder")}
            value={props.composing.text()}
            onInput={(event) => props.composing.write(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onFocus={() => props.onFocus(true)}
            onBlur={() => props.onFocus(false)}
          />
          <button
            type="button"
            class="iconbtn iconbtn--md composer__aa"
            aria-label={t("formatting.bar")}
            aria-pressed={isBarOpen()}
            onClick={() => setBarOpen((before) => !before)}
          >
            Aa
          </button>
          <IconButton
            icon="smile"
            label={t("formatting.emoji")}
            aria-haspopup="dialog"
            onClick={(event) => setEmojiAt(event.currentTarget.getBoundingClientRect())}
          />
          <Show when={(props.composing.length() > 0 || hasFiles()) && !props.composing.editing()}>
            <Suspense>
              <SendOptions onSend={submit} />
            </Suspense>
          </Show>
          <Show when={isSpeaking() || isIdle()} fallback={<SendButton />}>
            <Suspense fallback={<SendButton />}>
              <VoiceButton
                composing={props.composing}
                mustWait={props.wait > 0}
                onSent={props.onSent}
                onBusy={setSpeaking}
              />
            </Suspense>
          </Show>
        </div>
      </div>
      <div class="composer__hint" id={hintId} data-always={props.composing.isNearLimit() ? "" : undefined}>
        <span>
          {enterSends() === false
            ? tx("messages.hintButton", { keys: <Keys of={["Ctrl", "Enter"]} /> })
            : tx("messages.hintEnter", { send: <Keys of={["Enter"]} />, line: <Keys of={["Shift", "Enter"]} /> })}
        </span>
        <Show
          when={props.composing.isNearLimit()}
          fallback={
            <Show when={props.composing.text() && props.composing.isSaved()}>
              <span>
                <Icon name="check" size="xs" /> {t("messages.savedHere")}
              </span>
            </Show>
          }
        >
          <span class="composer__count" data-over={props.composing.isTooLong() ? "" : undefined}>
            {props.composing.isTooLong()
              ? t("messages.tooLong", { count: props.composing.length() - limits.messageLength })
              : t("messages.length", {
                  length: formatNumber(props.composing.length()),
                  limit: formatNumber(limits.messageLength),
                })}
          </span>
        </Show>
      </div>
      {props.thread?.foot}
      <p class="sr" role="alert">
        {props.composing.isRefused()
          ? t("messages.tooLong", { count: props.composing.length() - limits.messageLength })
          : ""}
      </p>
    </form>
  );
}

function Keys(props: { of: readonly string[] }) {
  return <For each={props.of}>{(key) => <kbd class="kbd">{key}</kbd>}</For>;
}
