import { SearchInput } from "@parley/ui";
import { createMemo, createResource, createSignal, For, type JSX, onMount, Show } from "solid-js";
import { createEmojiList, findListed, type ListedEmoji } from "../emoji/create-emoji-list.ts";
import { EmojiText, spokenEmoji } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { createEmojiChoices } from "./create-emoji-choices.ts";
import { type Emoji, findEmoji, loadEmoji } from "./emoji-list.ts";
import { loadEmojiWords, withWords } from "./emoji-words.ts";
import { gridKeys } from "./grid-keys.ts";
import { inTone, skinTones } from "./skin-tone.ts";
import "./picker.css";

const columns = 8;

/** All emoji, with search, recents and skin tones; Parley's own among them where `onOwn` leads to where they are made. */
export function EmojiPane(props: { onChoose(emoji: string): void; onOwn?(isAdding: boolean): void }) {
  const { t, language } = useI18n();
  const choices = createEmojiChoices();
  const [groups] = createResource(language, async (reader) => {
    const [emoji, words] = await Promise.all([loadEmoji(), loadEmojiWords(reader)]);
    return withWords(emoji, words, reader);
  });
  const [query, setQuery] = createSignal("");
  const sync = useSync();
  const list = createEmojiList();
  const ours = (some: readonly ListedEmoji[]): Emoji[] =>
    props.onOwn
      ? some.map(({ emoji: { name } }) => ({ emoji: `:${name}:`, name: spokenEmoji(name), words: "", hasTones: false }))
      : [];
  const found = createMemo(() => [...ours(findListed(list(), query())), ...findEmoji(groups() ?? [], query())]);
  const recent = createMemo(() =>
    choices.recent().filter((it) => !it.startsWith(":") || (props.onOwn && sync.emoji().has(it.slice(1, -1)))),
  );
  let pane!: HTMLDivElement;

  // Where it came after its picker was opened; who has gone elsewhere meanwhile stays there.
  onMount(() => document.activeElement?.contains(pane) && pane.querySelector("input")?.focus());

  const choose = (emoji: string) => {
    choices.remember(emoji);
    props.onChoose(emoji);
  };

  const Grid = (of: { label: string; emoji: readonly Emoji[]; end?: JSX.Element }) => (
    <section aria-label={of.label}>
      <div class="picker__top">
        <h2 class="picker__head">{of.label}</h2>
        {of.end}
      </div>
      <div class="emojigrid">
        <For each={of.emoji}>
          {(it) => {
            const shown = () => (it.hasTones ? inTone(it.emoji, choices.tone()) : it.emoji);
            return (
              <button type="button" aria-label={it.name} onClick={() => choose(shown())}>
                <EmojiText text={shown()} />
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
      class="picker__pane"
      role="presentation"
      onKeyDown={(event) => gridKeys(event, pane, { cell: ".emojigrid button", columns })}
    >
      <SearchInput
        label={t("messages.findEmoji")}
        placeholder={t("messages.findEmoji")}
        value={query()}
        onInput={setQuery}
      />
      <div class="picker__all">
        <Show
          when={query().trim() === ""}
          fallback={
            <Show when={found().length > 0} fallback={<p class="faint">{t("messages.noEmoji")}</p>}>
              <Grid label={t("messages.emojiFound")} emoji={found()} />
            </Show>
          }
        >
          <Show when={recent().length > 0}>
            <Grid
              label={t("messages.emojiRecent")}
              emoji={recent().map((emoji) => ({ emoji, name: spokenEmoji(emoji), words: "", hasTones: false }))}
            />
          </Show>
          <Show when={props.onOwn}>
            {(onOwn) => (
              <Grid
                label={t("emoji.here")}
                emoji={ours(list())}
                end={
                  <>
                    <Show when={list().length > 0}>
                      <button type="button" class="linkish" onClick={() => onOwn()(false)}>
                        {t("emoji.manage")}
                      </button>
                    </Show>
                    <button type="button" class="linkish" onClick={() => onOwn()(true)}>
                      {t("emoji.addTitle")}
                    </button>
                  </>
                }
              />
            )}
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
