import { namesMatch, operatorsIn, traits, type WrittenOperator } from "@parley/schema/search";

/** A value that an operator may have, as it is shown and as it is written. */
export type Suggestion = { label: string; value: string };
export type Known = { people: Suggestion[]; chats: Suggestion[]; labelOf(value: string): string };

const most = 6;

/** The operator at the end of what was typed, while its value is being chosen. */
export function openOperator(text: string): WrittenOperator | undefined {
  const last = operatorsIn(text).at(-1);
  return last && last.to === text.length && !/["”“\s]$/u.test(text) ? last : undefined;
}

/** What it could be; nothing once it is one of them. */
export function suggestionsFor({ name, value }: WrittenOperator, known: Known): Suggestion[] {
  const fixed = (values: readonly string[]) => values.map((it) => ({ value: it, label: known.labelOf(it) }));
  const all = {
    from: () => [...fixed(["me"]), ...known.people],
    in: () => known.chats,
    has: () => fixed(traits),
    is: () => fixed(["pinned", "saved"]),
    before: () => fixed(["today", "yesterday"]),
    after: () => fixed(["today", "yesterday"]),
    on: () => fixed(["today", "yesterday"]),
  }[name]();
  if (all.some((it) => it.value === value)) return [];
  return all.filter((it) => value === "" || namesMatch(value, [it.label, it.value])).slice(0, most);
}

/** The text with the operator's value filled in. */
export function withValue(text: string, { name, from, to }: WrittenOperator, value: string): string {
  const written = /[\s()"“”„]/u.test(value) ? `"${value.replaceAll(/["“”„]/gu, "")}"` : value;
  return `${text.slice(0, from)}${name}:${written} ${text.slice(to).trimStart()}`;
}

/** The text with an operator begun, or one taken out. */
export const withOperator = (text: string, name: string) => `${text.trimEnd()}${text.trim() ? " " : ""}${name}:`;
export const withoutOperator = (text: string, { from, to }: WrittenOperator) =>
  `${text.slice(0, from).replace(/-$/, "")}${text.slice(to).trimStart()}`;
