import { type Person, statusNow } from "@parley/schema";
import { Show } from "solid-js";
import { useSync } from "../sync/index.ts";

/** The emoji of what somebody says of themselves, beside their name; the words come with a mouse or the focus. */
export function StatusEmoji(props: { person: Person | undefined; now: number }) {
  const sync = useSync();
  const status = () => statusNow(props.person?.status, Math.max(props.now, sync.serverNow()));
  return (
    <Show when={status()?.emoji}>
      {(emoji) => (
        <span
          class="statusemoji"
          role="img"
          aria-label={`${emoji()} ${status()?.text ?? ""}`}
          data-words={status()?.text || undefined}
        >
          {emoji()}
        </span>
      )}
    </Show>
  );
}
