import type { FileId } from "@parley/schema";
import type { IconName } from "@parley/ui";

export type PaletteItem = {
  kind: "chat" | "person" | "command";
  id: string;
  title: string;
  run(): void;
  icon?: IconName;
  seed?: string;
  isGroup?: boolean;
  avatarId?: FileId | null;
};

/** Those whose words begin with each typed word, whatever the accents and capitals; all when nothing is typed. */
export function matching<Item extends { title: string }>(items: readonly Item[], query: string): Item[] {
  const typed = wordsOf(query);
  return items.filter((item) => {
    const words = wordsOf(item.title);
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  });
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

// đ is a letter of its own, not a d with a mark.
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
}
