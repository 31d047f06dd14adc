export type TextPart = { text: string; href?: string };

// No white space, quotes, brackets or marks that turn the reading direction: what cannot be seen in an address is not part of it.
// Letters of both cases are spelled out: with the flag, classes of all of Unicode take milliseconds to be made.
const address =
  /\b(?:[hH][tT]{2}[pP][sS]?:\/\/|[wW]{3}\.)[^\s<>"'`{}|\\^\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/gu;
const sentenceEnds = ".,;:!?…'\"»”’)]*~";

/** The text in pieces, with web addresses (http and https only) told apart. Joined again, the pieces are the text. */
export function autolink(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const found of text.matchAll(address)) {
    const part = addressIn(found[0]);
    if (!part) continue;
    if (found.index > end) parts.push({ text: text.slice(end, found.index) });
    parts.push(part);
    end = found.index + part.text.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** The address in what looks like one, without the end of the sentence around it. */
export function addressIn(found: string): Required<TextPart> | undefined {
  const text = withoutSentenceEnd(found);
  const href = hrefOf(text);
  return href === undefined ? undefined : { text, href };
}

/** Takes off what ends the sentence around the address; a bracket stays if it was opened inside. */
function withoutSentenceEnd(written: string): string {
  let round = count(written, "(") - count(written, ")");
  let square = count(written, "[") - count(written, "]");
  let end = written.length;
  for (; end > 0; end--) {
    const last = written.charAt(end - 1);
    if (!sentenceEnds.includes(last)) break;
    if (last === ")" && round++ >= 0) break;
    if (last === "]" && square++ >= 0) break;
  }
  return written.slice(0, end);
}

function count(text: string, letter: string): number {
  return text.split(letter).length - 1;
}

/** The address to open for one that was written: of the web, for others nothing. */
export function hrefOf(written: string): string | undefined {
  const url = parsed(/^www\./i.test(written) ? `https://${written}` : written);
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) return undefined;
  // "https://bank.example@evil.example" shows one host and opens another.
  if (url.username || url.password || !url.hostname) return undefined;
  if (!url.hostname.includes(".") && url.hostname !== "localhost" && !url.hostname.startsWith("[")) return undefined;
  return url.href;
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
