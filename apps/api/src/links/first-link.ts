const link = /\bhttps?:\/\/[^\s<>"'`\\|{}]+/i;

/** The first web address in a text, without the full stop or bracket after it; null when there is none. */
export function firstLink(text: string): string | null {
  const found = link.exec(text)?.[0];
  if (!found) return null;
  let url = found.replace(/[.,;:!?*_~]+$/u, "");
  // A closing bracket belongs to the sentence unless the address has an opening one.
  if (url.endsWith(")") && !url.includes("(")) url = url.replace(/\)+$/, "");
  if (url.endsWith("]") && !url.includes("[")) url = url.replace(/\]+$/, "");
  return URL.canParse(url) && url.length <= 2_048 ? url : null;
}
