import { fold } from "./fold.ts";
import { wordsOf } from "./words.ts";

/** Whether every word of what was typed begins a word of one of the names, whatever the accents and capitals. */
export function namesMatch(typed: string, names: readonly string[]): boolean {
  const sought = [...wordsOf(typed)].filter((word) => !word.isLast);
  const starts = (sought.length > 0 ? sought : [...wordsOf(typed)]).map((it) => it.word);
  if (starts.length === 0) return false;
  return names.some((name) => {
    const words = [...wordsOf(name), ...wordsOf(name.replaceAll(/[\p{P}\p{S}]/gu, ""))].map((it) => it.word);
    return starts.every((start) => words.some((word) => word.startsWith(start))) || fold(name) === fold(typed);
  });
}
