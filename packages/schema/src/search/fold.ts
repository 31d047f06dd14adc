// Marks that people leave out: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels and hamzas. Marks of other
// scripts (a Thai vowel, a Japanese voicing mark) make another word and stay.
const leftOut = new RegExp(
  [
    String.raw`[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`,
    String.raw`[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]`,
    String.raw`[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff]`,
  ].join("|"),
  "g",
);

/** Letters that do not decompose, and those that people write for one another. */
const alike: Record<string, string> = {
  ...{ đ: "d", ð: "d", ħ: "h", ı: "i", ł: "l", ø: "o", ŧ: "t", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ" },
  // Arabic: alif, the letters at the end of a word, and how Persian and Urdu write the same letters.
  ...{ "\u0671": "\u0627", "\u0649": "\u064a", "\u06cc": "\u064a", "\u0629": "\u0647", "\u06a9": "\u0643" },
};
const unlike = new RegExp(`[${Object.keys(alike).join("")}]`, "g");
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** A word as it is looked for: without capitals, accents, or forms that are one letter to whoever types. */
export function fold(text: string): string {
  // Most words are ASCII, and need none of it.
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(leftOut, "")
    .replace(unlike, (letter) => alike[letter] ?? letter)
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 0xf))
    .normalize("NFC");
}

const isPlain = /^[\0-\x7f]*$/;
