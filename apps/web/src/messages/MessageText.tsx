import { autolink } from "@parley/schema/formatting";
import { createMemo, For, Show } from "solid-js";

/** What somebody says of themselves or of a group: plain text, with web addresses as links. */
export function MessageText(props: { text: string; isEntered?: boolean }) {
  const parts = createMemo(() => autolink(props.text));
  return (
    <For each={parts()}>
      {(part) => (
        <Show when={part.href} fallback={part.text}>
          {(href) => (
            <bdi>
              <a href={href()} target="_blank" rel="noopener noreferrer nofollow" tabindex={props.isEntered ? 0 : -1}>
                {part.text}
              </a>
            </bdi>
          )}
        </Show>
      )}
    </For>
  );
}
