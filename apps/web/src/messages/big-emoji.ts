const picture =
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3/u;
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** One to three emoji, Unicode's or Parley's own by their names, and nothing else: shown large, without a bubble. */
export function isBigEmoji(text: string, named?: ReadonlyMap<string, unknown>): boolean {
  const trimmed = text.trim().replace(/:([a-z0-9_-]{2,32}):/g, (it, name: string) => (named?.has(name) ? "🙂" : it));
  // The longest single emoji is a family of about 25 units; longer text, or one without any, is not worth cutting up.
  if (!trimmed || trimmed.length > 100 || !picture.test(trimmed)) return false;
  let count = 0;
  for (const { segment } of letters.segment(trimmed)) {
    if (segment.trim() === "") continue;
    if (!picture.test(segment) || ++count > 3) return false;
  }
  return count > 0;
}
