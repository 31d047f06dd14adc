import type { Block, Inline } from "@parley/schema/formatting";

/** By which name somebody is shown who is mentioned by this username. */
export type NameOf = (username: string) => string;

/** What a message says, in words alone: its lines stay lines, its marks go. */
export function wordsOf(blocks: readonly Block[], nameOf: NameOf): string {
  return blocks.map((block) => blockWords(block, nameOf)).join("\n");
}

function blockWords(block: Block, nameOf: NameOf): string {
  switch (block.type) {
    case "text":
    case "heading":
      return inlineWords(block.of, nameOf);
    case "code":
      return block.text;
    case "quote":
      return indented(wordsOf(block.of, nameOf), "> ", "> ");
    case "list":
      return block.items
        .map(({ number, isDone, of }) => {
          const sign = isDone === undefined ? (number === undefined ? "•" : `${number}.`) : isDone ? "☑" : "☐";
          return indented(wordsOf(of, nameOf), `${sign} `, "   ");
        })
        .join("\n");
    default:
      return block satisfies never;
  }
}

function inlineWords(of: readonly Inline[], nameOf: NameOf): string {
  return of.map((node) => nodeWords(node, nameOf)).join("");
}

function nodeWords(node: Inline, nameOf: NameOf): string {
  if (typeof node === "string") return node;
  switch (node.type) {
    case "code":
      return node.text;
    case "mention":
      return `@${nameOf(node.name)}`;
    case "hashtag":
      return `#${node.tag}`;
    case "link": {
      const label = inlineWords(node.of, nameOf);
      return isSameAddress(label, node.href) ? label : `${label} (${node.href})`;
    }
    default:
      return inlineWords(node.of, nameOf);
  }
}

/** A link that was written as its address says it once. */
function isSameAddress(label: string, href: string): boolean {
  const bare = (text: string) => text.replace(/^https?:\/\/|\/$/g, "");
  return bare(label) === bare(href);
}

const indented = (text: string, first: string, rest: string) =>
  text
    .split("\n")
    .map((line, i) => (i === 0 ? first : rest) + line)
    .join("\n");
