/** In Unicode's order; the first is an emoji without any. */
export const skinTones = ["", "🏻", "🏼", "🏽", "🏾", "🏿"] as const;
export type SkinTone = (typeof skinTones)[number];

export const isSkinTone = (value: unknown): value is SkinTone => skinTones.some((tone) => tone === value);

/** The emoji with every hand, face and body in it in this tone. Only for those that have tones. */
export function inTone(emoji: string, tone: SkinTone): string {
  if (!tone) return emoji;
  return emoji.replace(/\p{Emoji_Modifier_Base}\uFE0F?/gu, (body) => body.replace("\uFE0F", "") + tone);
}
