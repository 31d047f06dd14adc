import { emojiPath } from "@parley/schema";
import { For } from "solid-js";
import { useSync } from "../sync/index.ts";
import { emojiIn } from "./emoji-in.ts";
import "./emoji.css";

/** Words with Parley's own emoji in them. A name that nobody gave stays what it is: words. */
export function EmojiText(props: { text: string }) {
  const sync = useSync();
  return (
    <For each={emojiIn(props.text, sync.emoji())}>
      {(part) =>
        typeof part === "string" ? (
          part
        ) : (
          // What is copied is what was written; what is read out are its words.
          <img
            class="emoji"
            src={emojiPath(part.of.fileId, part.of.isAnimated && isStill() ? "small" : "original")}
            alt={`:${part.name}:`}
            title={`:${part.name}:`}
            aria-label={spokenEmoji(part.name)}
            draggable="false"
            onError={(event) => event.currentTarget.toggleAttribute("data-missing", true)}
          />
        )
      }
    </For>
  );
}

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** An emoji as it is read out: of one with a name the words of that name. */
export const spokenEmoji = (emoji: string): string => emoji.replace(/[:_-]/g, " ").trim();
