import { hrefOf } from "@parley/schema/formatting";
import type { Change } from "./edit-field.ts";

export const formats = [
  "bold",
  "italic",
  "strike",
  "code",
  "spoiler",
  "link",
  "quote",
  "list",
  "numbers",
  "block",
] as const;
export type Format = (typeof formats)[number];
export type Selection = { text: string; from: number; to: number };

const marks = { bold: "**", italic: "_", strike: "~~", code: "`", spoiler: "||" } as const;

/** Formats what is selected, or takes the format away if it has it. */
export function formatted(format: Format, selection: Selection): Change {
  switch (format) {
    case "link":
      return linked(selection);
    case "quote":
      return lines(selection, (line) => `> ${line}`, /^ {0,3}> ?/);
    case "list":
      return lines(selection, (line) => `- ${line}`, /^ *[-*+] /);
    case "numbers":
      return lines(selection, (line, i) => `${i + 1}. ${line}`, /^ *\d{1,3}[.)] /);
    case "block":
      return block(selection);
    default:
      return between(selection, marks[format]);
  }
}

function between({ text, from, to }: Selection, mark: string): Change {
  // Spaces at the ends stay outside: a mark beside a space formats nothing.
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const end = Math.max(start, to - (chosen.length - chosen.trimEnd().length));
  const words = text.slice(start, end);
  const size = mark.length;
  if (words && text.slice(start - size, start) === mark && text.slice(end, end + size) === mark)
    return { from: start - size, to: end + size, text: words, select: [start - size, end - size] };
  if (words.length > 2 * size && words.startsWith(mark) && words.endsWith(mark)) {
    const inner = words.slice(size, -size);
    return { from: start, to: end, text: inner, select: [start, start + inner.length] };
  }
  return { from: start, to: end, text: mark + words + mark, select: [start + size, start + size + words.length] };
}

function linked({ text, from, to }: Selection): Change {
  const words = text.slice(from, to);
  const isAddress = hrefOf(words.trim()) !== undefined;
  const label = isAddress ? "" : words;
  const address = isAddress ? words.trim() : "https://";
  const made = `[${label}](${address})`;
  const start = isAddress ? from + 1 : from + label.length + 3;
  return { from, to, text: made, select: [start, isAddress ? start : start + address.length] };
}

function lines({ text, from, to }: Selection, add: (line: string, i: number) => string, has: RegExp): Change {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const after = text.indexOf("\n", to);
  const end = after < 0 ? text.length : after;
  const all = text.slice(start, end).split("\n");
  const made = all.every((line) => has.test(line)) ? all.map((line) => line.replace(has, "")) : all.map(add);
  const next = made.join("\n");
  return { from: start, to: end, text: next, select: [from === to ? start + next.length : start, start + next.length] };
}

function block({ text, from, to }: Selection): Change {
  const before = from > 0 && text.charAt(from - 1) !== "\n" ? "\n" : "";
  const after = to < text.length && text.charAt(to) !== "\n" ? "\n" : "";
  const words = text.slice(from, to);
  const start = from + before.length + 4;
  return { from, to, text: `${before}\`\`\`\n${words}\n\`\`\`${after}`, select: [start, start + words.length] };
}

const item = /^( *)(?:([-*+])|(\d{1,3})([.)]))( +)(\[[ xX]\] +)?(.*)$/;
const quoted = /^( {0,3}> ?)(.*)$/;

/** What a new line inside a list or a quote begins with; on an empty item, the end of the list. */
export function continued(text: string, caret: number): Change | undefined {
  const start = text.lastIndexOf("\n", caret - 1) + 1;
  const line = text.slice(start, caret);
  const [, margin = "", bullet, number, point = "", gap = "", task, words] = item.exec(line) ?? [];
  const [, sign, said] = quoted.exec(line) ?? [];
  if (words === "" || said === "") return { from: start, to: caret, text: "", select: [start, start] };
  const mark = bullet ?? (number === undefined ? undefined : `${Number(number) + 1}${point}`);
  const prefix = words === undefined ? sign : `${margin}${mark}${gap}${task ? "[ ] " : ""}`;
  if (prefix === undefined) return undefined;
  const made = `\n${prefix}`;
  return { from: caret, to: caret, text: made, select: [caret + made.length, caret + made.length] };
}

/** An address that is pasted over words becomes their link. */
export function pastedLink(pasted: string, { text, from, to }: Selection): Change | undefined {
  const words = text.slice(from, to);
  const address = pasted.trim();
  if (!words.trim() || words.includes("\n") || hrefOf(words.trim()) || /\s/.test(address) || !hrefOf(address))
    return undefined;
  const made = `[${words}](${address})`;
  return { from, to, text: made, select: [from + made.length, from + made.length] };
}
