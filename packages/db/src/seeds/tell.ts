import type { Random } from "./random.ts";
import type { Line, Scene, Story } from "./story.ts";

export type Said = Line & { at: Date };

const minute = 60_000;
const day = 24 * 60 * minute;

/** Everything said in a story, in order, ending shortly before `now`. */
export function tell(story: Story, random: Random, now: Date): Said[] {
  const said: Said[] = [];
  const latestAt = now.getTime() - random.between(3, 90) * minute;
  const firstDay = startOfDay(now.getTime() - story.days * day);

  const usual = createDeck(story.usual, random);
  speak(said, story.opening, firstDay + hourOf(story, random), random);
  for (let today = firstDay + day; today < latestAt; today += day) {
    if (story.isQuietAtWeekends && [0, 6].includes(new Date(today).getUTCDay())) continue;
    for (const at of timesOn(today, story, random)) {
      // The last hours belong to what was said last.
      if (at < latestAt - 120 * minute) speak(said, fill(usual(), story, random), at, random);
    }
  }
  speak(said, story.latest, latestAt - story.latest.length * 2 * minute, random);
  return said;
}

/** All scenes in some order before any comes again, and none twice in a row. */
function createDeck(usual: Scene[], random: Random): () => Scene {
  let deck: Scene[] = [];
  let last: Scene | undefined;
  return () => {
    if (deck.length === 0) deck = [...usual];
    const others = deck.length > 1 ? deck.filter((it) => it !== last) : deck;
    last = random.oneOf(others);
    deck = deck.filter((it) => it !== last);
    return last;
  };
}

function speak(said: Said[], scene: Scene, from: number, random: Random) {
  let at = Math.max(from, (said.at(-1)?.at.getTime() ?? 0) + minute);
  for (const line of scene) {
    said.push({ ...line, at: new Date(at) });
    at += random.between(8, 110) * 1_000;
  }
}

function timesOn(today: number, story: Story, random: Random): number[] {
  const count = random.between(Math.max(0, story.perDay - 2), story.perDay + 2);
  return Array.from({ length: count }, () => today + hourOf(story, random)).sort((a, b) => a - b);
}

function hourOf({ hours: [from, until] }: Story, random: Random): number {
  return random.between(from * 60, until * 60) * minute + random.below(minute);
}

/** Puts words in for `{word}`: the same one throughout a scene, so that its lines agree. */
function fill(scene: Scene, { words }: Story, random: Random): Scene {
  const chosen = new Map<string, string>();
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const word = chosen.get(name) ?? random.oneOf(words[name] ?? [name]);
      chosen.set(name, word);
      return word;
    });
  return scene.map((line) => ({ ...line, text: put(line.text), was: line.was && put(line.was) }));
}

const startOfDay = (time: number) => Math.floor(time / day) * day;
