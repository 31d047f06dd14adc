import { foldUsername } from "./fold-username.ts";
import { limits } from "./limits.ts";
import { lengthOf } from "./text.ts";
import { lookAlikes, marksThatHide, reservedUsernames } from "./username-tables.ts";

export type UsernameProblem = "username_invalid" | "username_taken";

/**
 * The skeleton by which look-alike names are one: "pаypal" with a Cyrillic а, "paypa1" and "páypal" all have the key of "paypal".
 * Two users never share a key (`users.username_key`).
 */
export function usernameKey(username: string): string {
  const bare = foldUsername(username).normalize("NFD").replace(marksThatHide, "").normalize("NFC");
  return Array.from(bare, (char) => lookAlikes.get(char) ?? char)
    .join("")
    .replace(/rn/g, "m")
    .replace(/vv/g, "w");
}

/** Why nobody may have this name, or null. Whether somebody already has it is the database's to say. */
export function usernameProblem(username: string): UsernameProblem | null {
  const folded = foldUsername(username);
  const length = lengthOf(folded);
  if (length < limits.usernameLength.min || length > limits.usernameLength.max) return "username_invalid";
  if (!shape.test(folded) || !/\p{L}/u.test(folded) || !isOneScript(folded)) return "username_invalid";
  return reservedKeys.has(usernameKey(folded)) ? "username_taken" : null;
}

// Letters with their marks and digits; one dot, hyphen or underscore between them, never at an end.
const shape = /^[\p{L}\p{Nd}]\p{M}*(?:[._-]?[\p{L}\p{Nd}]\p{M}*)*$/u;

/** The scripts a name may be written in: those in everyday use (Unicode Standard Annex 31, table 5), and two mixtures that are one way of writing. */
const scripts = [
  ...["Latin", "Greek", "Cyrillic", "Armenian", "Georgian", "Hebrew", "Arabic", "Thaana", "Ethiopic"],
  ...["Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala"],
  ...["Thai", "Lao", "Tibetan", "Myanmar", "Khmer"],
].map((script) => new RegExp(`^(?:[._0-9-]|\\p{Script_Extensions=${script}})+$`, "u"));
const writings = [
  ...scripts,
  /^(?:[._0-9-]|\p{scx=Han}|\p{scx=Hiragana}|\p{scx=Katakana})+$/u,
  /^(?:[._0-9-]|\p{scx=Han}|\p{scx=Hangul}|\p{scx=Bopomofo})+$/u,
];

function isOneScript(folded: string): boolean {
  return writings.some((writing) => writing.test(folded));
}

const reservedKeys = new Set(reservedUsernames.map(usernameKey));
