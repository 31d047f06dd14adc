import type { Block, Inline } from "./nodes.ts";
import { parseText } from "./parse-blocks.ts";

/**
 * A message in one line and without marks: for previews, quotes and what is read out. A spoiler stays covered, also
 * one that ends far behind what is shown: so all of it is read.
 */
export function plainText(text: string, length = 200): string {
  const line = parseText(text).map(blockText).join(" ").replace(/\s+/gu, " ").trim();
  return line.length > length ? `${[...line.slice(0, length)].slice(0, -1).join("")}…` : line;
}

function blockText(block: Block): string {
  switch (block.type) {
    case "text":
    case "heading":
      return inlineText(block.of);
    case "code":
      return block.text;
    case "quote":
      return block.of.map(blockText).join(" ");
    case "list":
      return block.items
        .map(({ number, isDone, of }) => {
          const sign = isDone === undefined ? (number === undefined ? "•" : `${number}.`) : isDone ? "☑" : "☐";
          return `${sign} ${of.map(blockText).join(" ")}`;
        })
        .join(" ");
    default:
      return block satisfies never;
  }
}

function inlineText(of: readonly Inline[]): string {
  return of.map(nodeText).join("");
}

function nodeText(node: Inline): string {
  if (typeof node === "string") return node;
  switch (node.type) {
    case "code":
      return node.text;
    case "mention":
      return `@${node.name}`;
    case "hashtag":
      return `#${node.tag}`;
    case "spoiler":
      return "▒▒▒▒";
    default:
      return inlineText(node.of);
  }
}
