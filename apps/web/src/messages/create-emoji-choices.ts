import type { Accessor } from "solid-js";
import { createPreference, useSync } from "../sync/index.ts";
import { inTone, isSkinTone, type SkinTone } from "./skin-tone.ts";

/** What a double tap puts on a message. */
export const like = "❤️";
const quick = ["👍", like, "😂", "😮", "😢", "🙏"];
const mostRecent = 24;

/** The emoji a person is offered first, and the skin tone they chose; the same on all their devices. */
export function createEmojiChoices() {
  const sync = useSync();
  const storedTone = createPreference("skinTone");
  const stored = createPreference("recentEmoji");
  const tone: Accessor<SkinTone> = () => {
    const value = storedTone();
    return isSkinTone(value) ? value : "";
  };
  const recent = () => (Array.isArray(stored()) ? (stored() as unknown[]).filter((it) => typeof it === "string") : []);

  return {
    tone,
    setTone: (next: SkinTone) => void sync.do.setPreference("skinTone", next),
    recent,
    quick: () => quick.map((emoji) => inTone(emoji, tone())),
    remember(emoji: string) {
      if (recent()[0] === emoji) return;
      const next = [emoji, ...recent().filter((it) => it !== emoji)].slice(0, mostRecent);
      void sync.do.setPreference("recentEmoji", next);
    },
  };
}
