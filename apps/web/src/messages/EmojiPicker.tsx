import { SearchInput } from "@parley/ui";
import { createMemo, createResource, createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createEmojiChoices } from "./create-emoji-choices.ts";
import { type Emoji, findEmoji, loadEmoji } from "./emoji-list.ts";
import { loadEmojiWords, withWords } from "./emoji-words.ts";
import { inTone, skinTones } from "./skin-tone.ts";
import "./emoji-picker.css";

const columns = 8;

/** All emoji, with search, recents and skin tones; a popover for a mouse, a sheet for a finger. */
export function EmojiPicker(props: { at: DOMRect; onChoose(emoji: string): void; onClose(): void }) {
  const { t, language } = useI18n();
  const choices = createEmojiChoices();
  const [groups] = createResource(language, async (reader) => {
    const [emoji, words] = await Promise.all([loadEmoji(), loadEmojiWords(reader)]);
    return withWords(emoji, words, reader);
  });
  const [query, setQuery] = createSignal("");
  const [place, setPlace] = createSignal({ left: 0, top: 0 });
  const found = createMemo(() => findEmoji(groups() ?? [], query()));
  let picker!: HTMLDivElement;

  onMount(() => {
    picker.showPopover();
    const box = picker.getBoundingClientRect();
    const left = Math.max(8, Math.min(props.at.left, innerWidth - box.width - 8));
    const below = props.at.bottom + 6;
    setPlace({ left, top: below + box.height < innerHeight ? below : Math.max(8, props.at.top - box.height - 6) });
    picker.querySelector("input")?.focus();
  });
  onCleanup(() => picker.matches(":popover-open") && picker.hidePopover());

  const choose = (emoji: string) => {
    choices.remember(emoji);
    props.onChoose(emoji);
    props.onClose();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const cells = [...picker.querySelectorAll<HTMLElement>(".emojigrid button")];
    const at = cells.indexOf(document.activeElement as HTMLElement);
    if (at < 0 && event.key !== "ArrowDown") return;
    const isRtl = getComputedStyle(picker).direction === "rtl";
    const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, ArrowDown: columns, ArrowUp: -columns }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    if (at < 0) return cells[0]?.focus();
    if (at + step < 0) picker.querySelector("input")?.focus();
    else cells[Math.min(at + step, cells.length - 1)]?.focus();
  };

  const Grid = (of: { label: string; emoji: readonly Emoji[] }) => (
    <section aria-label={of.label}>
      <h3 class="emojigrid__head">{of.label}</h3>
      <div class="emojigrid">
        <For each={of.emoji}>
          {(it) => {
            const shown = () => (it.hasTones ? inTone(it.emoji, choices.tone()) : it.emoji);
            return (
              <button type="button" aria-label={it.name} onClick={() => choose(shown())}>
                {shown()}
              </button>
            );
          }}
        </For>
      </div>
    </section>
  );

  return (
    <div
      ref={picker}
      class="emojipicker"
      popover="auto"
      role="dialog"
      aria-label={t("messages.allEmoji")}
      style={{ left: `${place().left}px`, top: `${place().top}px` }}
      onKeyDown={onKeyDown}
      on:toggle={(event: Event) => (event as ToggleEvent).newState === "closed" && props.onClose()}
    >
      <SearchInput
        label={t("messages.findEmoji")}
        placeholder={t("messages.findEmoji")}
        value={query()}
        onInput={setQuery}
      />
      <div class="emojipicker__all">
        <Show
          when={query().trim() === ""}
          fallback={
            <Show when={found().length > 0} fallback={<p class="faint">{t("messages.noEmoji")}</p>}>
              <Grid label={t("messages.emojiFound")} emoji={found()} />
            </Show>
          }
        >
          <Show when={choices.recent().length > 0}>
            <Grid
              label={t("messages.emojiRecent")}
              emoji={choices.recent().map((emoji) => ({ emoji, name: emoji, words: "", hasTones: false }))}
            />
          </Show>
          <For each={groups() ?? []}>
            {(group) => <Grid label={t(`messages.emojiGroup.${group.name}`)} emoji={group.emoji} />}
          </For>
        </Show>
      </div>
      <fieldset class="emojitones">
        <legend class="sr">{t("messages.skinTone")}</legend>
        <For each={skinTones}>
          {(tone) => (
            <label>
              <input
                class="sr"
                type="radio"
                name="skin-tone"
                aria-label={t(`messages.skinTone.${skinTones.indexOf(tone) as 0}`)}
                checked={choices.tone() === tone}
                onChange={() => choices.setTone(tone)}
              />
              <span aria-hidden="true">{inTone("✋", tone)}</span>
            </label>
          )}
        </For>
      </fieldset>
    </div>
  );
}
