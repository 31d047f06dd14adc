// Control characters other than tab and newline, and the Unicode specials that only ever confuse a reader.
const unwanted = /[\p{Cc}\u2028\u2029\uFEFF\uFFF9-\uFFFB]/gu;

/** NFC, and what `cleanText` does. What people type goes through this once, at the edge. */
export const normaliseText = (text: string): string => cleanText(text).normalize("NFC");

/** Line ends as \n, control characters and halves of surrogate pairs out. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(unwanted, (found) => (found === "\n" || found === "\t" ? found : ""));
}

/** Length as people count it: Unicode code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
