import { SearchInput } from "@parley/ui";
import { createMemo, createResource, createSignal, For, onMount, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createEmojiChoices } from "./create-emoji-choices.ts";
import { type Emoji, findEmoji, loadEmoji } from "./emoji-list.ts";
import { loadEmojiWords, withWords } from "./emoji-words.ts";
import { gridKeys } from "./grid-keys.ts";
import { inTone, skinTones } from "./skin-tone.ts";
import "./emoji-picker.css";

const columns = 8;

/** All emoji, with search, recents and skin tones. */
export function EmojiPane(props: { onChoose(emoji: string): void }) {
  const { t, language } = useI18n();
  const choices = createEmojiChoices();
  const [groups] = createResource(language, async (reader) => {
    const [emoji, words] = await Promise.all([loadEmoji(), loadEmojiWords(reader)]);
    return withWords(emoji, words, reader);
  });
  const [query, setQuery] = createSignal("");
  const found = createMemo(() => findEmoji(groups() ?? [], query()));
  let pane!: HTMLDivElement;

  // Where it came after its picker was opened; who has gone elsewhere meanwhile stays there.
  onMount(() => document.activeElement?.contains(pane) && pane.querySelector("input")?.focus());

  const choose = (emoji: string) => {
    choices.remember(emoji);
    props.onChoose(emoji);
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
      ref={pane}
      class="emojipane"
      role="presentation"
      onKeyDown={(event) => gridKeys(event, pane, { cell: ".emojigrid button", columns })}
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
