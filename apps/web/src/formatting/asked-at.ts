/** What is being typed that can be completed: somebody's name after an @, an emoji's after a colon. */
export type Asked = { kind: "mention" | "emoji"; from: number; query: string };

const asking = /(?:^|[\s(])([@:])([\p{L}\p{N}._+-]*)$/u;
const farthest = 60;

/** What stands before the caret, if it asks for something. */
export function askedAt(text: string, caret: number): Asked | undefined {
  const before = text.slice(Math.max(0, caret - farthest), caret);
  const [, sign, query = ""] = asking.exec(before) ?? [];
  if (!sign || (sign === ":" && [...query].length < 2)) return undefined;
  return { kind: sign === "@" ? "mention" : "emoji", from: caret - query.length - 1, query };
}

/** A finished `:name:` just before the caret. */
export function shortcodeAt(text: string, caret: number): { from: number; name: string } | undefined {
  const [written, name] =
    /(?<![\p{L}\p{N}:]):([a-z0-9_+-]{1,40}):$/u.exec(text.slice(Math.max(0, caret - farthest), caret)) ?? [];
  return written && name ? { from: caret - written.length, name } : undefined;
}

export type Named = { displayName: string; username: string };

/** The people meant by what was typed, best first: the start of a name, then of one of its words, then its letters in order. */
export function findNamed<One extends Named>(people: readonly One[], query: string, most = 5): One[] {
  const asked = bare(query);
  return people
    .map((one) => ({ one, rank: Math.min(rankOf(bare(one.displayName), asked), rankOf(bare(one.username), asked)) }))
    .filter(({ rank }) => rank < 4)
    .sort((a, b) => a.rank - b.rank || a.one.displayName.localeCompare(b.one.displayName))
    .slice(0, most)
    .map(({ one }) => one);
}

const bare = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function rankOf(name: string, asked: string): number {
  if (name.startsWith(asked)) return 0;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked))) return 1;
  if (name.includes(asked)) return 2;
  let at = 0;
  for (const letter of asked) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return 4;
  }
  return 3;
}
