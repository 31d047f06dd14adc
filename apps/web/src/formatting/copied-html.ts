import type { Block, Inline } from "@parley/schema/formatting";
import type { NameOf } from "./copied-words.ts";

/** What a message says, for where text has form. Everything that somebody wrote is escaped. */
export function htmlOf(blocks: readonly Block[], nameOf: NameOf): string {
  return blocks.map((block) => blockHtml(block, nameOf)).join("");
}

function blockHtml(block: Block, nameOf: NameOf): string {
  switch (block.type) {
    case "text":
      return `<p>${inlineHtml(block.of, nameOf)}</p>`;
    case "heading":
      return `<h3>${inlineHtml(block.of, nameOf)}</h3>`;
    case "quote":
      return `<blockquote>${htmlOf(block.of, nameOf)}</blockquote>`;
    case "code":
      return `<pre><code>${escaped(block.text)}</code></pre>`;
    case "list": {
      const items = block.items.map(({ number, isDone, of }) => {
        const sign = isDone === undefined ? "" : isDone ? "☑ " : "☐ ";
        return `<li${number === undefined ? "" : ` value="${number}"`}>${sign}${itemHtml(of, nameOf)}</li>`;
      });
      return block.isNumbered ? `<ol>${items.join("")}</ol>` : `<ul>${items.join("")}</ul>`;
    }
    default:
      return block satisfies never;
  }
}

/** The first line of an item stands beside its sign. */
function itemHtml([first, ...rest]: readonly Block[], nameOf: NameOf): string {
  if (first?.type !== "text") return htmlOf(first ? [first, ...rest] : rest, nameOf);
  return inlineHtml(first.of, nameOf) + htmlOf(rest, nameOf);
}

const tags = { strong: "b", em: "i", strike: "s", spoiler: "span" } as const;

function inlineHtml(of: readonly Inline[], nameOf: NameOf): string {
  return of.map((node) => nodeHtml(node, nameOf)).join("");
}

function nodeHtml(node: Inline, nameOf: NameOf): string {
  if (typeof node === "string") return escaped(node).replaceAll("\n", "<br>");
  switch (node.type) {
    case "code":
      return `<code>${escaped(node.text)}</code>`;
    case "mention":
      return escaped(`@${nameOf(node.name)}`);
    case "hashtag":
      return escaped(`#${node.tag}`);
    case "link":
      return `<a href="${escaped(node.href)}">${inlineHtml(node.of, nameOf)}</a>`;
    default:
      return `<${tags[node.type]}>${inlineHtml(node.of, nameOf)}</${tags[node.type]}>`;
  }
}

export const escaped = (text: string) => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);
