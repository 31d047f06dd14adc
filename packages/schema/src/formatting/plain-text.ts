import type { Block, Inline } from "./nodes.ts";
import { parseText } from "./parse-blocks.ts";

/**
 * A message in one line and without marks: for previews, quotes and what is read out. A spoiler stays covered, also
 * one that ends far behind what is shown: so all of it is read.
 */
export function plainText(text: string, length = 200, nameOf: NameOf = (name) => name): string {
  const line = parseText(text)
    .map((block) => blockText(block, nameOf))
    .join(" ")
    .replace(/\s+/gu, " ")
    .trim();
  return line.length > length ? `${[...line.slice(0, length)].slice(0, -1).join("")}…` : line;
}

/** By which name somebody is shown after the @. */
type NameOf = (name: string) => string;

function blockText(block: Block, nameOf: NameOf): string {
  switch (block.type) {
    case "text":
    case "heading":
      return inlineText(block.of, nameOf);
    case "code":
      return block.text;
    case "quote":
      return block.of.map((it) => blockText(it, nameOf)).join(" ");
    case "list":
      return block.items
        .map(({ number, isDone, of }) => {
          const sign = isDone === undefined ? (number === undefined ? "•" : `${number}.`) : isDone ? "☑" : "☐";
          return `${sign} ${of.map((it) => blockText(it, nameOf)).join(" ")}`;
        })
        .join(" ");
    default:
      return block satisfies never;
  }
}

function inlineText(of: readonly Inline[], nameOf: NameOf): string {
  return of.map((node) => nodeText(node, nameOf)).join("");
}

function nodeText(node: Inline, nameOf: NameOf): string {
  if (typeof node === "string") return node;
  switch (node.type) {
    case "code":
      return node.text;
    case "mention":
      return `@${nameOf(node.name)}`;
    case "hashtag":
      return `#${node.tag}`;
    case "spoiler":
      return "▒▒▒▒";
    default:
      return inlineText(node.of, nameOf);
  }
}
