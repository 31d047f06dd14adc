import type { CustomEmoji, EmojiId } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { createOwn } from "../sync/index.ts";

export type ListedEmoji = { id: EmojiId; emoji: CustomEmoji };

/** Parley's own emoji by name, with those that are still on their way. */
export function createEmojiList(): Accessor<ListedEmoji[]> {
  const rows = createOwn<CustomEmoji>("emoji");
  return createMemo(() =>
    rows()
      .map(({ key, value }) => ({ id: key as EmojiId, emoji: value }))
      .sort((a, b) => (a.emoji.name < b.emoji.name ? -1 : 1)),
  );
}

/** Those whose name begins with what was typed, then those that have it further on. */
export function findListed(list: readonly ListedEmoji[], query: string): ListedEmoji[] {
  const asked = query.trim().toLowerCase().replace(/\s+/g, "_");
  if (!asked) return [];
  const begins = list.filter((it) => it.emoji.name.startsWith(asked));
  const has = list.filter((it) => !begins.includes(it) && bare(it.emoji.name).includes(bare(asked)));
  return [...begins, ...has];
}

const bare = (name: string) => name.replaceAll("-", "_");
