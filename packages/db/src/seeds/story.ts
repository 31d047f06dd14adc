import type { Choices, ContentInput, ConversationSettings } from "@parley/schema";
import type { Actor } from "./cast.ts";

/** One thing said. `reply`: to the line before. `was`: what it said before an edit. */
export type Line = {
  who: Actor;
  text: string;
  reply: boolean;
  /** In the thread under the last line that is in none. */
  isInThread: boolean;
  was: string | null;
  isDeleted: boolean;
  /** What of the story's things it holds. */
  holds: string | null;
  reactions: { emoji: string; of: Actor[] }[];
  pinnedBy: Actor | null;
};

/** Lines that belong together, said within minutes. */
export type Scene = Line[];

export type Story = {
  /** Stays the same from run to run; direct conversations and saved messages have theirs from their members. */
  number: number;
  kind: "direct" | "group" | "channel" | "saved";
  title?: string;
  description?: string;
  /** Of a group or channel, the first owns it and the second is an admin. */
  members: Actor[];
  settings?: ConversationSettings;
  /** Of a public channel. */
  address?: string;
  isVerified?: boolean;
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
  /** What messages of other kinds than text hold, and what was voted where it is a poll. */
  things?: Record<string, { content: ContentInput; votes?: Partial<Record<Actor, Choices>> }>;
  /** How many of the newest messages each has not read yet. */
  unread?: Partial<Record<Actor, number>>;
};

/**
 * Reads lines like `jonas: On my way`. `jonas^: Yes` replies to the line before; `jonas: at 15 ~> at 16` was edited;
 * `jonas: x [deleted]` was deleted; `⏎` begins a new line within what was said. An empty line parts scenes.
 * `jonas>: Yes` answers in a thread. `jonas: [holds map]` sends one of the story's things. `jonas: x <👍 leila amara>` had
 * reactions; `<📌 elin>` pinned it.
 */
export function scenes(text: string): Scene[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split("\n").map(readLine));
}

/** As `scenes`, for one. */
export const scene = (text: string): Scene => scenes(text).flat();

const marks = / <([^\s\w]+) ([\w ]+)>/g;

function readLine(line: string): Line {
  const [, who = "", how, marked = ""] = /^\s*(\w+)([\^>]?): (.*)$/.exec(line) ?? [];
  if (!who) throw new Error(`This line of the demo cannot be read: ${line}`);
  const had = [...marked.matchAll(marks)].map(([, emoji = "", of = ""]) => ({ emoji, of: of.split(" ") as Actor[] }));
  const said = marked.replace(marks, "");
  const [first = "", edited] = said.split(" ~> ");
  return {
    who: who as Actor,
    text: (edited ?? first).replace(" [deleted]", "").replaceAll("⏎", "\n"),
    reply: how === "^",
    isInThread: how === ">",
    was: edited === undefined ? null : first,
    isDeleted: said.endsWith(" [deleted]"),
    holds: /^\[holds (\w+)\]$/.exec(said)?.[1] ?? null,
    reactions: had.filter(({ emoji }) => emoji !== "📌"),
    pinnedBy: had.find(({ emoji }) => emoji === "📌")?.of[0] ?? null,
  };
}
