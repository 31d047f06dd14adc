import type { Block, ListItem } from "./nodes.ts";
import { parseInline } from "./parse-inline.ts";

/** Quotes in lists in quotes: deeper than this they are text. Each level reads its lines once. */
const deepest = 5;
const fence = /^ {0,3}(`{3,}|~{3,})[ \t]*([^`\n]*)$/;
const heading = /^ {0,3}#{1,6}[ \t]+(\S.*)$/;
// ">_<" and ">:(" are faces.
const quote = /^ {0,3}>(?:[ \t]|$|(?=>))/;
const item = /^( *)([-*+]|\d{1,3}[.)])[ \t]+(\S.*)$/;
const task = /^\[([ xX])\][ \t]+(?=\S)/;

/** What may have to be read as more than text; a message without any of it is its text. */
const markup = /[*_~`|>#@[\\]|https?:|www\.|^ *(?:[-+]|\d{1,3}[.)])[ \t]/im;

/** A message as what it means: one pass over its lines, and one over the text of each. */
export function parseText(text: string): Block[] {
  return markup.test(text) ? blocksIn(text.split("\n"), 0) : [{ type: "text", of: [text] }];
}

function blocksIn(lines: string[], depth: number): Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const endText = () => {
    const text = withoutBlankEnds(plain);
    if (text.length > 0) blocks.push({ type: "text", of: parseInline(text.join("\n")) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] as string;
    const read = depth < deepest ? blockAt(lines, at, depth) : undefined;
    if (read) {
      if (read.block) {
        endText();
        blocks.push(read.block);
      } else for (const only of lines.slice(at, read.next)) plain.push(only);
      at = read.next;
    } else {
      plain.push(line);
      at++;
    }
  }
  endText();
  return blocks;
}

/** Without a block, the lines are only text. */
type Read = { block?: Block; next: number };

function blockAt(lines: string[], at: number, depth: number): Read | undefined {
  const line = lines[at] as string;
  const fenced = fence.exec(line);
  if (fenced) return codeAt(lines, at, fenced[1] as string, fenced[2] as string);
  const title = heading.exec(line);
  if (title) return { block: { type: "heading", of: parseInline(title[1] as string) }, next: at + 1 };
  if (quote.test(line)) {
    let next = at;
    const inside: string[] = [];
    for (; next < lines.length && quote.test(lines[next] as string); next++)
      inside.push((lines[next] as string).replace(/^ {0,3}>[ \t]?/, ""));
    const of = blocksIn(inside, depth + 1);
    return of.length > 0 ? { block: { type: "quote", of }, next } : { next };
  }
  return item.test(line) ? listAt(lines, at, depth) : undefined;
}

/** Up to a fence of the same kind; without one, to the end. */
function codeAt(lines: string[], at: number, opening: string, info: string): Read {
  const indent = /^ */.exec(lines[at] as string)?.[0].length ?? 0;
  const closing = new RegExp(`^ {0,3}${opening.charAt(0)}{${opening.length},}[ \\t]*$`);
  const margin = new RegExp(`^ {0,${indent}}`);
  let next = at + 1;
  const text: string[] = [];
  for (; next < lines.length && !closing.test(lines[next] as string); next++)
    text.push((lines[next] as string).replace(margin, ""));
  if (text.length === 0) return { next: Math.min(next + 1, lines.length) };
  return { block: { type: "code", language: info.trim(), text: text.join("\n") }, next: next + 1 };
}

/** Items of one kind at one indent; what is indented further belongs to the item above it. */
function listAt(lines: string[], at: number, depth: number): Read {
  const [, margin = "", bullet = ""] = item.exec(lines[at] as string) ?? [];
  const isNumbered = /\d/.test(bullet);
  const items: { number: number; lines: string[] }[] = [];
  let next = at;
  while (next < lines.length) {
    const line = lines[next] as string;
    const found = item.exec(line);
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    const isOurs = found && Math.abs(indent - margin.length) < 2;
    if (isOurs && /\d/.test(found[2] as string) === isNumbered)
      items.push({ number: Number.parseInt(found[2] as string, 10), lines: [found[3] as string] });
    else if (line.trim() !== "" && indent > margin.length + 1)
      items.at(-1)?.lines.push(line.slice(Math.min(indent, margin.length + bullet.length + 1)));
    else break;
    next++;
  }
  return {
    block: {
      type: "list",
      isNumbered,
      items: items.map(({ number, lines: inside }) => itemOf(inside, depth, isNumbered ? number : undefined)),
    },
    next,
  };
}

function itemOf(lines: string[], depth: number, number: number | undefined): ListItem {
  const ticked = task.exec(lines[0] ?? "");
  const inside = ticked ? [(lines[0] as string).slice(ticked[0].length), ...lines.slice(1)] : lines;
  return {
    ...(number !== undefined && { number }),
    ...(ticked && { isDone: ticked[1] !== " " }),
    of: blocksIn(inside, depth + 1),
  };
}

function withoutBlankEnds(lines: string[]): string[] {
  let from = 0;
  let to = lines.length;
  while (from < to && (lines[from] as string).trim() === "") from++;
  while (to > from && (lines[to - 1] as string).trim() === "") to--;
  return lines.slice(from, to);
}
