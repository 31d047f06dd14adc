import { type ConversationId, limits } from "@parley/schema";
import { useToast } from "@parley/ui";
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  lazy,
  onCleanup,
  Show,
  Suspense,
  untrack,
} from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { Composing } from "../messages/create-composing.ts";
import { CompletionList } from "./CompletionList.tsx";
import { createCompletions } from "./create-completions.ts";
import { change, insert } from "./edit-field.ts";
import { FormatBar } from "./FormatBar.tsx";
import { continued, type Format, formatted, pastedLink } from "./format-text.ts";
import { markdownFromHtml } from "./markdown-from-html.ts";
import "./composer-tools.css";

const ComposerPicker = lazy(() =>
  import("../stickers/ComposerPicker.tsx").then((it) => ({ default: it.ComposerPicker })),
);

/** A paste beyond this is refused in words: a field that holds it would stand still. */
const mostPasted = limits.messageLength * 4;
const mostHtml = 2_000_000;

/** What helps while writing: names, emoji, formats, and what is pasted. Loaded once there is a field to write in. */
export function ComposerTools(props: {
  field: HTMLTextAreaElement;
  conversationId: ConversationId;
  isBarOpen: boolean;
  /** Enter begins a new line here. */
  isEnterLine: boolean;
  composing: Composing;
  /** Slow mode holds back what would be sent now. */
  mustWait: boolean;
  onSent(): void;
  /** Where the picker is to open. */
  emojiAt: DOMRect | undefined;
  onEmojiClosed(): void;
}) {
  const { t, formatNumber } = useI18n();
  const toast = useToast();
  const listId = createUniqueId();
  const [isSelected, setSelected] = createSignal(false);
  // There is one for as long as the composer is there.
  const field = untrack(() => props.field);
  const completions = createCompletions({ conversationId: () => props.conversationId, field });
  const selection = () => ({ text: field.value, from: field.selectionStart, to: field.selectionEnd });
  /** Once loaded it stays: a dialog that it opened outlives it. */
  const hasPicked = createMemo<boolean>((before) => before || props.emojiAt !== undefined, false);
  const format = (to: Format) => change(field, formatted(to, selection()));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229) return;
    const isTaken = completions.onKey(event) || isFormat(event) || isNewLine(event);
    if (!isTaken) return;
    event.preventDefault();
    // The composer, and the whole page, would read the same key in their way.
    event.stopPropagation();
  };
  const isFormat = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
    const asked = keys[`${event.shiftKey ? "⇧" : ""}${event.key.toLowerCase()}`];
    if (!asked || (asked === "link" && field.selectionStart === field.selectionEnd)) return false;
    format(asked);
    return true;
  };
  const isNewLine = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || !(event.shiftKey || props.isEnterLine)) return false;
    if (field.selectionStart !== field.selectionEnd) return false;
    const next = continued(field.value, field.selectionStart);
    if (next) change(field, next);
    return next !== undefined;
  };

  const onPaste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    const text = data?.getData("text/plain") ?? "";
    const html = data?.getData("text/html") ?? "";
    if (!data || data.files.length > 0 || (!text && !html)) return;
    const asLink = pastedLink(text, selection());
    const made = asLink ? undefined : structured(html, text);
    const pasted = made ?? text;
    if (pasted.length > mostPasted) {
      event.preventDefault();
      const [length, limit] = [formatNumber(pasted.length), formatNumber(limits.messageLength)];
      return void toast.show({ text: t("formatting.pasteTooLong", { length, limit }) });
    }
    if (!asLink && made === undefined) return;
    event.preventDefault();
    if (asLink) change(field, asLink);
    else insert(field, pasted);
  };

  const onInput = () => completions.look(true);
  const onSelect = () => {
    if (document.activeElement !== field) return;
    setSelected(field.selectionStart !== field.selectionEnd);
    completions.look(false);
  };
  const onBlur = () => {
    completions.close();
    setSelected(false);
  };
  field.addEventListener("keydown", onKeyDown);
  field.addEventListener("paste", onPaste);
  field.addEventListener("input", onInput);
  field.addEventListener("blur", onBlur);
  document.addEventListener("selectionchange", onSelect);
  onCleanup(() => {
    field.removeEventListener("keydown", onKeyDown);
    field.removeEventListener("paste", onPaste);
    field.removeEventListener("input", onInput);
    field.removeEventListener("blur", onBlur);
    document.removeEventListener("selectionchange", onSelect);
  });
  createEffect(() => props.isBarOpen && field.focus());

  return (
    <Suspense>
      <CompletionList id={listId} field={field} completions={completions} />
      <Show when={props.isBarOpen || isSelected()}>
        <FormatBar onFormat={format} />
      </Show>
      <Show when={hasPicked()}>
        <ComposerPicker
          at={props.emojiAt}
          composing={props.composing}
          mustWait={props.mustWait}
          onEmoji={(emoji) => insert(field, emoji)}
          onSent={props.onSent}
          onClose={() => {
            props.onEmojiClosed();
            field.focus();
          }}
        />
      </Show>
    </Suspense>
  );
}

const keys: Record<string, Format | undefined> = {
  b: "bold",
  i: "italic",
  e: "code",
  k: "link",
  "⇧x": "strike",
  "⇧s": "spoiler",
};

/** The same text with its structure; nothing when there is none, when it is too much, or when it is not to be trusted. */
function structured(html: string, text: string): string | undefined {
  if (!html || html.length > mostHtml || text.length > mostPasted) return undefined;
  try {
    return markdownFromHtml(html);
  } catch {
    // The page's policy lets no HTML be read that bears script.
    return undefined;
  }
}
