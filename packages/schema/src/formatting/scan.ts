import { addressIn } from "./autolink.ts";
import type { Inline } from "./nodes.ts";

/** What surrounds text to format it. */
export type Mark = "*" | "**" | "_" | "__" | "~~" | "||" | "[";

/** `partner` of an opening or closing mark is where the other one stands; without one it is only text. */
export type Piece =
  | { kind: "node"; node: Inline }
  | { kind: "open"; mark: Mark; text: string; partner?: number }
  | { kind: "close"; mark: Mark; text: string; partner?: number; href?: string };

// One expression, made once. Letters of both cases are spelled out, because with the flag it takes milliseconds to make.
const token = new RegExp(
  [
    /¯\\_\(ツ\)_\/¯/u,
    /\\[!-/:-@[-`{-~]/u,
    /`+|\*+|_+|~{2,}|\|{2,}|\[|\]/u,
    /\b(?:[hH][tT]{2}[pP][sS]?:\/\/|[wW]{3}\.)[^\s<>"'`{}[\]|\\^\p{Cc}\u200B-\u200F\u202A-\u202E\u2066-\u2069]+/u,
    /(?<![\p{L}\p{N}_.+-])@[\p{L}\p{Nd}](?:[._-]?[\p{L}\p{Nd}\p{M}]){0,40}/u,
    /(?<![\p{L}\p{N}_&/#])#[\p{L}\p{M}\p{N}_]{1,50}/u,
    /\n[ \t]*\n/u,
  ]
    .map((part) => part.source)
    .join("|"),
  "gu",
);
const destination = /\(((?:https?:\/\/|www\.|mailto:)[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/iy;
const space = /[\s\p{Zs}]/u;
const letter = /[\p{L}\p{N}]/u;
// In these there are no spaces between words, so a mark may stand anywhere.
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}]/u;

/** One pass over the text: each character is looked at a bounded number of times, whatever stands in it. */
export function scan(text: string): Piece[] {
  const found: Piece[] = [];
  const openers: Record<Mark, number[]> = { "*": [], "**": [], _: [], __: [], "~~": [], "||": [], "[": [] };
  const stack: Mark[] = [];
  const ticks = ticksOf(text);
  let end = 0;

  const add = (node: Inline) => found.push({ kind: "node", node });
  const open = (mark: Mark, written: string) => {
    openers[mark].push(found.length);
    stack.push(mark);
    found.push({ kind: "open", mark, text: written });
  };
  /** Ends the newest of this mark; whatever was opened since then was only text. */
  const close = (mark: Mark, written: string, href?: string) => {
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const at = openers[top].pop();
      if (top !== mark || at === undefined) continue;
      (found[at] as Extract<Piece, { kind: "open" }>).partner = found.length;
      found.push({ kind: "close", mark, text: written, partner: at, ...(href !== undefined && { href }) });
      return;
    }
  };
  const forget = () => {
    for (const mark of stack) openers[mark].length = 0;
    stack.length = 0;
  };

  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [written] = match;
    const { index } = match;
    if (index > end) add(text.slice(end, index));
    end = index + written.length;
    const first = written.charAt(0);
    if (first === "\\") add(written.slice(1));
    else if (first === "`") {
      const closing = ticks(written.length, index);
      if (closing === undefined) add(written);
      else {
        add({ type: "code", text: insideTicks(text.slice(end, closing)) });
        end = closing + written.length;
      }
    } else if (first === "*" || first === "_" || first === "~" || first === "|") marks(first, written, index);
    else if (first === "[") open("[", written);
    else if (first === "]") {
      const link = openers["["].length > 0 && linkAt(end);
      if (!link) add(written);
      else {
        close("[", text.slice(index, link.end), link.href);
        // There is no link in a link: the brackets around this one are text.
        openers["["].length = 0;
        end = link.end;
      }
    } else if (first === "@") add({ type: "mention", name: written.slice(1) });
    else if (first === "#") add(/\p{L}/u.test(written) ? { type: "hashtag", tag: written.slice(1) } : written);
    else if (first === "\n") {
      forget();
      add(written);
    } else {
      const part = first === "¯" ? undefined : addressIn(written);
      if (part) {
        add({ type: "link", href: part.href, of: [part.text] });
        end = index + part.text.length;
      } else add(written);
    }
    token.lastIndex = end;
  }
  if (end < text.length) add(text.slice(end));
  return found;

  function marks(letterOf: "*" | "_" | "~" | "|", written: string, index: number): void {
    // Nobody means a row of them.
    if (written.length > (letterOf === "*" || letterOf === "_" ? 3 : 2)) return void add(written);
    const { canOpen, canClose } = sides(text, index, written);
    let left = written.length;
    const sizes: Mark[] =
      letterOf === "*" ? ["*", "**"] : letterOf === "_" ? ["_", "__"] : letterOf === "~" ? ["~~"] : ["||"];
    for (let mayClose = canClose; mayClose && left > 0; ) {
      const newest = sizes
        .filter((mark) => mark.length <= left && openers[mark].length > 0)
        .sort((a, b) => (openers[b].at(-1) as number) - (openers[a].at(-1) as number))[0];
      if (newest) close(newest, newest);
      left -= newest?.length ?? 0;
      mayClose = newest !== undefined;
    }
    if (!canOpen) {
      if (left > 0) add(letterOf.repeat(left));
      return;
    }
    if (left >= 2) open((letterOf + letterOf) as Mark, letterOf + letterOf);
    if (left % 2 === 1) open(letterOf as Mark, letterOf);
  }

  function linkAt(at: number): { href: string; end: number } | undefined {
    destination.lastIndex = at;
    const match = destination.exec(text);
    const href = match?.[1] && linkHref(match[1]);
    return match && href ? { href, end: at + match[0].length } : undefined;
  }
}

function linkHref(written: string): string | undefined {
  if (/^mailto:/i.test(written)) return /^mailto:[^\s@?]+@[^\s@?]+$/i.test(written) ? written : undefined;
  return addressIn(written)?.text === written ? addressIn(written)?.href : undefined;
}

/** Whether a mark here can begin or end something: it touches what it formats, and single ones do not cut words. */
function sides(text: string, index: number, written: string) {
  const before = charBefore(text, index);
  const after = String.fromCodePoint(text.codePointAt(index + written.length) ?? 0x20);
  const isLoose = written.length > 1 && !written.startsWith("_");
  const cuts = (char: string) => !isLoose && letter.test(char) && !spaceless.test(char);
  return {
    canOpen: !space.test(after) && !cuts(before),
    canClose: !space.test(before) && !cuts(after),
  };
}

function charBefore(text: string, index: number): string {
  if (index === 0) return " ";
  const low = text.charCodeAt(index - 1);
  return low >= 0xdc00 && low <= 0xdfff ? text.slice(Math.max(0, index - 2), index) : text.charAt(index - 1);
}

/** Where the next run of as many backticks begins: all runs are noted once, so that asking again costs nothing. */
function ticksOf(text: string) {
  let runs: Map<number, number[]> | undefined;
  return (length: number, after: number): number | undefined => {
    if (!runs) {
      runs = new Map();
      for (const { 0: run, index } of text.matchAll(/`+/g)) {
        const known = runs.get(run.length);
        if (known) known.push(index);
        else runs.set(run.length, [index]);
      }
      for (const places of runs.values()) places.reverse();
    }
    const places = runs.get(length) ?? [];
    while (places.length > 0 && (places.at(-1) as number) <= after) places.pop();
    return places.at(-1);
  };
}

/** One space on each side is there to keep backticks apart. */
function insideTicks(text: string): string {
  return /^ .*[^ ].* $/su.test(text) ? text.slice(1, -1) : text;
}
