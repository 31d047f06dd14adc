import type { Inline } from "./nodes.ts";
import { type Mark, type Piece, scan } from "./scan.ts";

/** Deeper than this, marks are only text: nobody means it, and a page has to be built of it. */
const deepest = 8;
const types = { "*": "em", _: "em", "**": "strong", __: "strong", "~~": "strike", "||": "spoiler" } as const;

/** The text of a paragraph as what it means. Never throws; takes time in proportion to its length. */
export function parseInline(text: string): Inline[] {
  const pieces = scan(text);
  const frames: { of: Inline[]; isFlat: boolean }[] = [{ of: [], isFlat: false }];
  const flat = new Set<number>();
  for (const [place, piece] of pieces.entries()) {
    const top = frames.at(-1) as (typeof frames)[number];
    if (piece.kind === "node") add(top.of, piece.node);
    else if (piece.partner === undefined || flat.has(piece.partner)) add(top.of, piece.text);
    else if (piece.kind === "open") {
      if (frames.length > deepest) {
        flat.add(place);
        add(top.of, piece.text);
      } else frames.push({ of: [], isFlat: false });
    } else {
      frames.pop();
      const parent = (frames.at(-1) as (typeof frames)[number]).of;
      const opened = pieces[piece.partner] as Extract<Piece, { kind: "open" }>;
      for (const node of nodesOf(piece, opened.text, top.of)) add(parent, node);
    }
  }
  return frames[0]?.of ?? [];
}

function nodesOf(closed: Extract<Piece, { kind: "close" }>, opened: string, of: Inline[]): Inline[] {
  if (closed.mark !== "[") return of.length > 0 ? [{ type: types[closed.mark as Exclude<Mark, "[">], of }] : [];
  const label = withoutLinks(of);
  const href = closed.href as string;
  // "[https://bank.example](https://evil.example)" would show one place and open another.
  return claimsAnother(of, href) || wordsOf(label).trim() === ""
    ? [opened, ...of, closed.text]
    : [{ type: "link", href, of: label }];
}

/** A link shows no second link, and nobody's card. */
function withoutLinks(of: Inline[]): Inline[] {
  const bare: Inline[] = [];
  for (const node of of) {
    if (typeof node === "string" || node.type === "code") add(bare, node);
    else if (node.type === "mention") add(bare, `@${node.name}`);
    else if (node.type === "hashtag") add(bare, `#${node.tag}`);
    else if (node.type === "link") for (const part of withoutLinks(node.of)) add(bare, part);
    else add(bare, { ...node, of: withoutLinks(node.of) });
  }
  return bare;
}

function claimsAnother(of: Inline[], href: string): boolean {
  return of.some((node) => {
    if (typeof node === "string" || !("of" in node)) return false;
    return node.type === "link" ? hostOf(node.href) !== hostOf(href) : claimsAnother(node.of, href);
  });
}

const hostOf = (href: string) => new URL(href).host.replace(/^www\./, "");

function wordsOf(of: Inline[]): string {
  return of.map((node) => (typeof node === "string" ? node : "of" in node ? wordsOf(node.of) : "x")).join("");
}

/** Text next to text is one text. */
function add(of: Inline[], node: Inline): void {
  const last = of.at(-1);
  if (typeof node === "string" && typeof last === "string") of[of.length - 1] = last + node;
  else of.push(node);
}
