import type { Actor } from "./cast.ts";

/** One thing said. `reply`: to the line before. `was`: what it said before an edit. */
export type Line = { who: Actor; text: string; reply: boolean; was: string | null; isDeleted: boolean };

/** Lines that belong together, said within minutes. */
export type Scene = Line[];

export type Story = {
  /** Stays the same from run to run; direct conversations and saved messages have theirs from their members. */
  number: number;
  kind: "direct" | "group" | "saved";
  title?: string;
  description?: string;
  /** Of a group, the first owns it and the second is an admin. */
  members: Actor[];
  /** Days from the first message until now. */
  days: number;
  /** Scenes on a usual day. */
  perDay: number;
  /** The hours people write at. */
  hours: [number, number];
  isQuietAtWeekends?: boolean;
  /** How the conversation began, what a usual day brings, and what was said last. */
  opening: Scene;
  usual: Scene[];
  latest: Scene;
  /** What `{word}` may stand for in a usual scene. */
  words: Record<string, string[]>;
  /** How many of the newest messages each has not read yet. */
  unread?: Partial<Record<Actor, number>>;
};

/**
 * Reads lines like `jonas: On my way`. `jonas^: Yes` replies to the line before; `jonas: at 15 ~> at 16` was edited;
 * `jonas: x [deleted]` was deleted; `⏎` begins a new line within what was said. An empty line parts scenes.
 */
export function scenes(text: string): Scene[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").map(readLine));
}

/** As `scenes`, for one. */
export const scene = (text: string): Scene => scenes(text).flat();

function readLine(text: string): Line {
  const [, who = "", reply, said = ""] = /^\s*(\w+)(\^?): (.*)$/.exec(text) ?? [];
  if (!who) throw new Error(`This line of the demo cannot be read: ${text}`);
  const [first = "", edited] = said.split(" ~> ");
  return {
    who: who as Actor,
    text: (edited ?? first).replace(" [deleted]", "").replaceAll("⏎", "\n"),
    reply: reply === "^",
    was: edited === undefined ? null : first,
    isDeleted: said.endsWith(" [deleted]"),
  };
}
