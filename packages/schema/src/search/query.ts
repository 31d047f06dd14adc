/** What can be asked of a message besides its words: whether it has such a thing. */
export const traits = [
  ...["link", "file", "image", "video", "audio", "poll", "location", "contact", "code"],
] as const satisfies string[];
export type Trait = (typeof traits)[number] | (string & {});

/** One word, `at` places after the first of its phrase. `isPrefix`: any word that begins with it. */
export type SoughtWord = { word: string; at: number; isPrefix: boolean };

/** A day as people write it. */
export type Day = "today" | "yesterday" | { year: number; month: number; day: number };

/** A search as it was meant. */
export type Query =
  | { kind: "and" | "or"; of: Query[] }
  | { kind: "not"; of: Query }
  /** One word, or several in a row. */
  | { kind: "words"; words: SoughtWord[] }
  | { kind: "tag"; tag: string; isPrefix: boolean }
  /** A username, or "me". */
  | { kind: "from"; who: string }
  /** The beginning of words of a conversation's name. */
  | { kind: "in"; name: string }
  | { kind: "has"; what: string }
  | { kind: "is"; what: "pinned" | "saved" }
  | { kind: "before" | "after" | "on"; day: Day };
