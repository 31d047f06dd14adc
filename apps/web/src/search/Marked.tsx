import type { Excerpt } from "@parley/schema/search";
import { For, Show } from "solid-js";
import { aroundEmoji } from "../emoji/around-emoji.ts";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useSync } from "../sync/index.ts";

/** A text with what was found in it marked. */
export function Marked(props: { excerpt: Excerpt }) {
  const sync = useSync();
  const parts = () => {
    const { text, ranges } = props.excerpt;
    const all: { text: string; isHit: boolean }[] = [];
    let end = 0;
    for (const range of ranges) {
      const { from, to } = aroundEmoji(text, range, sync.emoji());
      if (from < end) continue;
      all.push({ text: text.slice(end, from), isHit: false }, { text: text.slice(from, to), isHit: true });
      end = to;
    }
    return [...all, { text: text.slice(end), isHit: false }];
  };
  return (
    <For each={parts()}>
      {(part) => (
        <Show when={part.isHit} fallback={<EmojiText text={part.text} />}>
          <mark>
            <EmojiText text={part.text} />
          </mark>
        </Show>
      )}
    </For>
  );
}
