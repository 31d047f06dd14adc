import type { CustomEmoji } from "@parley/schema";
import { emojiOf } from "../formatting/shortcodes.ts";
import type { EmojiGroup } from "../messages/emoji-list.ts";

const right = /^[a-z0-9][a-z0-9_-]{0,30}[a-z0-9]$/;

/** Why an emoji cannot be called that; `emoji` is what is written with that name already. */
export function nameTrouble(
  name: string,
  known: ReadonlyMap<string, CustomEmoji>,
  groups: readonly EmojiGroup[],
  own?: CustomEmoji,
): { key: "emoji.nameWrong" | "emoji.nameTaken" | "emoji.nameIsShortcode"; emoji: string } | undefined {
  if (!right.test(name)) return { key: "emoji.nameWrong", emoji: "" };
  const other = known.get(name);
  if (other && other.fileId !== own?.fileId) return { key: "emoji.nameTaken", emoji: `:${name}:` };
  const emoji = emojiOf(name, groups);
  return emoji ? { key: "emoji.nameIsShortcode", emoji } : undefined;
}

/** A name as it may be meant by the name of a file or by what is typed. */
export const asEmojiName = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "_")
    .slice(0, 32);
