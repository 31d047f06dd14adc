/** A username as it is kept and shown: one spelling for what counts as the same text, in lower case. */
export function foldUsername(username: string): string {
  // Upper, then lower: what Unicode calls case folding, as near as the language gets ("ß" and "SS" are one).
  return username.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}
