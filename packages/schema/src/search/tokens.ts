export type Token =
  | { kind: "open" | "close" | "not" | "or" | "and" }
  | { kind: "word" | "phrase"; text: string; isPrefix: boolean }
  | { kind: "operator"; name: OperatorName; text: string; isPrefix: boolean };

export const operatorNames = ["from", "in", "has", "is", "before", "after", "on"] as const;
export type OperatorName = (typeof operatorNames)[number];

const quotes = `"“”„«»`;
const piece = new RegExp(
  [
    `(?<space>\\s+)`,
    `(?<bracket>[()])`,
    `(?<not>-(?=[^\\s)-]))`,
    `(?<operator>(?:${operatorNames.join("|")}):)(?:[${quotes}](?<quotedValue>[^${quotes}]*)[${quotes}]?|(?<value>[^\\s()${quotes}]*))`,
    `[${quotes}](?<phrase>[^${quotes}]*)(?<end>[${quotes}])?`,
    `(?<word>[^\\s()${quotes}]+)`,
  ].join("|"),
  "giu",
);

/** The pieces of a search as typed. The last word, with no space after it, is still being written: it stands for what it begins. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(piece)) {
    const { space, bracket, not, operator, value, quotedValue, phrase, word } = found.groups ?? {};
    const isLast = found.index + found[0].length === text.length;
    if (space !== undefined) continue;
    if (bracket !== undefined) tokens.push({ kind: bracket === "(" ? "open" : "close" });
    else if (not !== undefined) tokens.push({ kind: "not" });
    else if (operator !== undefined) {
      const name = operator.slice(0, -1).toLowerCase() as OperatorName;
      const given = (quotedValue ?? value ?? "").trim();
      if (given) tokens.push({ kind: "operator", name, text: given, isPrefix: isLast });
    } else if (phrase !== undefined) tokens.push({ kind: "phrase", text: phrase, isPrefix: false });
    else if (word === "OR" || word === "|") tokens.push({ kind: "or" });
    else if (word === "AND" || word === "&") tokens.push({ kind: "and" });
    else if (word === "NOT") tokens.push({ kind: "not" });
    else if (word !== undefined) tokens.push({ kind: "word", text: word, isPrefix: isLast || word.endsWith("*") });
  }
  return tokens;
}

/** An operator with its value, where it stands in what was typed. */
export type WrittenOperator = { name: OperatorName; value: string; from: number; to: number };

/** The operators in a search as typed, also one whose value is still missing. */
export function operatorsIn(text: string): WrittenOperator[] {
  return Array.from(text.matchAll(piece)).flatMap(({ 0: written, index, groups = {} }) => {
    const { operator, value, quotedValue } = groups;
    if (operator === undefined) return [];
    const name = operator.slice(0, -1).toLowerCase() as OperatorName;
    return [{ name, value: (quotedValue ?? value ?? "").trim(), from: index, to: index + written.length }];
  });
}
