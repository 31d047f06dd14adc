import type { Excerpt } from "@parley/schema/search";
import { For, Show } from "solid-js";

/** A text with what was found in it marked. */
export function Marked(props: { excerpt: Excerpt }) {
  const parts = () => {
    const { text, ranges } = props.excerpt;
    const all: { text: string; isHit: boolean }[] = [];
    let end = 0;
    for (const { from, to } of ranges) {
      all.push({ text: text.slice(end, from), isHit: false }, { text: text.slice(from, to), isHit: true });
      end = to;
    }
    return [...all, { text: text.slice(end), isHit: false }];
  };
  return (
    <For each={parts()}>
      {(part) => (
        <Show when={part.isHit} fallback={part.text}>
          <mark>{part.text}</mark>
        </Show>
      )}
    </For>
  );
}
