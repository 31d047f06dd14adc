import { type EmojiGroup, findEmoji } from "../messages/emoji-list.ts";

/** Names people know from elsewhere; all others are the emoji's own, with underscores. */
const known: Record<string, string> = {
  "+1": "👍",
  thumbsup: "👍",
  "-1": "👎",
  thumbsdown: "👎",
  heart: "❤️",
  broken_heart: "💔",
  smile: "😄",
  smiley: "😃",
  grin: "😁",
  joy: "😂",
  rofl: "🤣",
  sweat_smile: "😅",
  laughing: "😆",
  wink: "😉",
  blush: "😊",
  heart_eyes: "😍",
  kissing_heart: "😘",
  thinking: "🤔",
  neutral_face: "😐",
  unamused: "😒",
  roll_eyes: "🙄",
  sob: "😭",
  cry: "😢",
  scream: "😱",
  rage: "😡",
  sunglasses: "😎",
  tada: "🎉",
  fire: "🔥",
  rocket: "🚀",
  eyes: "👀",
  pray: "🙏",
  clap: "👏",
  wave: "👋",
  ok_hand: "👌",
  muscle: "💪",
  point_up: "☝️",
  raised_hands: "🙌",
  poop: "💩",
  100: "💯",
  star: "⭐",
  sparkles: "✨",
  zap: "⚡",
  bulb: "💡",
  white_check_mark: "✅",
  x: "❌",
  warning: "⚠️",
  question: "❓",
  shrug: "🤷",
  facepalm: "🤦",
  coffee: "☕",
  beer: "🍺",
  pizza: "🍕",
  cake: "🍰",
  dog: "🐶",
  cat: "🐱",
  sunny: "☀️",
  bug: "🐛",
};

/** The emoji behind a `:name:`. */
export function emojiOf(name: string, groups: readonly EmojiGroup[]): string | undefined {
  if (Object.hasOwn(known, name)) return known[name];
  return groups.flatMap((group) => group.emoji).find((it) => codeOf(it.name) === name)?.emoji;
}

/** Those whose name begins with what was typed, best known first. */
export function findShortcodes(
  query: string,
  groups: readonly EmojiGroup[],
  most = 5,
): { emoji: string; name: string }[] {
  const asked = query.toLowerCase();
  const first = Object.entries(known).filter(([name]) => name.startsWith(asked));
  const found = [
    ...first.map(([name, emoji]) => ({ emoji, name })),
    ...findEmoji(groups, asked.replaceAll("_", " "), most).map(({ emoji, name }) => ({ emoji, name: codeOf(name) })),
  ];
  return found.filter((it, i) => found.findIndex((other) => other.emoji === it.emoji) === i).slice(0, most);
}

const codeOf = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, "_")
    .replace(/^_|_$/g, "");
