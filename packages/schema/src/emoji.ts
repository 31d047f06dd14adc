// Made on first use, and from text: an older browser that does not know the flag must still load this file.
let oneEmoji: RegExp | undefined;

/** One emoji as Unicode recommends it for interchange, with its variation selector put right; null for anything else. */
export function asEmoji(text: string): string | null {
  oneEmoji ??= /^\p{RGI_Emoji}$/v;
  const bare = text.replace(/\uFE0F$/u, "");
  return [text, bare, `${bare}\uFE0F`].find((one) => oneEmoji?.test(one)) ?? null;
}
