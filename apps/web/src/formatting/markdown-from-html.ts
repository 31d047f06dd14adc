import { hrefOf } from "@parley/schema/formatting";

/** More than this is no message: it is pasted as plain text. */
const mostNodes = 20_000;

/** What was copied from a page or a document as Markdown; undefined when it has no structure worth keeping. */
export function markdownFromHtml(html: string): string | undefined {
  const page = new DOMParser().parseFromString(html, "text/html");
  // Copied from a message: it says itself what was written.
  const written = page.body.querySelector("[data-parley-text]")?.getAttribute("data-parley-text");
  if (written) return written;
  if (
    !page.body.querySelector(
      "a, b, strong, i, em, s, del, code, pre, h1, h2, h3, h4, h5, h6, ul, ol, blockquote, table",
    )
  )
    return undefined;
  const left = { nodes: mostNodes };
  const text = blocks(page.body, left);
  return left.nodes > 0 ? text.replace(/\n{3,}/g, "\n\n").trim() : undefined;
}

const skipped = new Set(["SCRIPT", "STYLE", "HEAD", "META", "LINK", "TITLE", "TEMPLATE", "NOSCRIPT"]);
const inParagraphs = new Set([
  "P",
  "DIV",
  "SECTION",
  "ARTICLE",
  "MAIN",
  "HEADER",
  "FOOTER",
  "TABLE",
  "FIGURE",
  "DL",
  "ADDRESS",
]);

function blocks(parent: Node, left: { nodes: number }): string {
  let made = "";
  for (const node of parent.childNodes) {
    if (--left.nodes < 0) return made;
    made += node instanceof HTMLElement ? element(node, left) : node instanceof Text ? words(node) : "";
  }
  return made;
}

function words(node: Text): string {
  return node.data.replace(/\s+/g, " ");
}

function element(node: HTMLElement, left: { nodes: number }): string {
  const name = node.tagName;
  if (skipped.has(name)) return "";
  if (name === "BR") return "\n";
  if (name === "PRE") return `\n\n\`\`\`\n${(node.textContent ?? "").replace(/\n$/, "")}\n\`\`\`\n\n`;
  if (name === "CODE" || name === "KBD" || name === "SAMP") return code(node.textContent ?? "");
  const inside = blocks(node, left);
  if (/^H[1-6]$/.test(name)) return `\n\n# ${inside.replace(/\*\*/g, "").replace(/\s+/g, " ").trim()}\n\n`;
  if (name === "BLOCKQUOTE") return `\n\n${prefixed(inside, "> ", "> ")}\n\n`;
  if (name === "UL" || name === "OL") return `\n\n${list(node, left)}\n\n`;
  if (name === "TR") return `${inside.trim().replace(/ \|$/, "")}\n`;
  if (name === "TD" || name === "TH") return `${inside.replace(/\s+/g, " ").trim()} | `;
  if (name === "A") return link(node, inside);
  if (inParagraphs.has(name)) return `\n\n${inside.trim()}\n\n`;
  return marked(inside, marksOf(node));
}

/** Word and Docs say it by style as often as by element. */
function marksOf(node: HTMLElement): string[] {
  const { fontWeight, fontStyle, textDecorationLine, textDecoration } = node.style;
  const isBold = fontWeight ? fontWeight === "bold" || Number(fontWeight) >= 600 : /^(?:B|STRONG)$/.test(node.tagName);
  const isItalic = fontStyle ? fontStyle === "italic" : /^(?:I|EM|CITE)$/.test(node.tagName);
  const isStruck =
    /^(?:S|DEL|STRIKE)$/.test(node.tagName) || `${textDecorationLine}${textDecoration}`.includes("line-through");
  return [isBold ? "**" : "", isItalic ? "_" : "", isStruck ? "~~" : ""].filter(Boolean);
}

function marked(inside: string, marks: string[]): string {
  const [, before = "", text = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside) ?? [];
  if (!text || text.includes("\n\n") || marks.length === 0) return inside;
  return before + marks.join("") + text + marks.toReversed().join("") + after;
}

function code(text: string): string {
  if (!text.trim()) return text;
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function link(node: HTMLElement, inside: string): string {
  const written = node.getAttribute("href") ?? "";
  const label = inside.replace(/\s+/g, " ").trim();
  if (!hrefOf(written) || !label || /[()\s]/.test(written)) return inside;
  return label === written || hrefOf(label) ? written : `[${label}](${written})`;
}

function list(of: HTMLElement, left: { nodes: number }): string {
  let number = Number(of.getAttribute("start") ?? 1);
  const items: string[] = [];
  for (const item of of.children) {
    const inside = blocks(item, left)
      .replace(/\n{2,}/g, "\n")
      .trim();
    if (item.tagName !== "LI") items.push(prefixed(inside, "  ", "  "));
    else if (inside) items.push(prefixed(inside, of.tagName === "OL" ? `${number++}. ` : "- ", "   "));
  }
  return items.join("\n");
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .trim()
    .split("\n")
    .map((line, i) => (i === 0 ? first : rest) + line)
    .join("\n");
}
