const rightToLeft = /[\p{scx=Arab}\p{scx=Hebr}\p{scx=Syrc}\p{scx=Thaa}\p{scx=Nkoo}\p{scx=Adlm}]/u;

/**
 * Which way a message as a whole is read: as its first letter. `dir="auto"` would not look into the paragraphs that have
 * a direction of their own, and so could take it from the last line.
 */
export function directionOf(text: string): "ltr" | "rtl" | "auto" {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first === undefined ? "auto" : rightToLeft.test(first) ? "rtl" : "ltr";
}
