export type Card = { name: string; organisation: string; phones: string[]; emails: string[] };

/** The card as a vCard 4.0 file (RFC 6350): lines end in CRLF and fold after 75 bytes. */
export function writeCard({ name, organisation, phones, emails }: Card): string {
  const lines = [
    "BEGIN:VCARD",
    "VERSION:4.0",
    `FN:${escaped(name)}`,
    ...(organisation ? [`ORG:${escaped(organisation)}`] : []),
    ...phones.map((it) => `TEL;VALUE=text:${escaped(it)}`),
    ...emails.map((it) => `EMAIL:${escaped(it)}`),
    "END:VCARD",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** Reads the first card of a file, of version 2.1 to 4.0; undefined when there is none. */
export function readCard(file: string): Card | undefined {
  const lines = unfolded(file);
  const begin = lines.findIndex((line) => /^BEGIN:VCARD$/i.test(line.trim()));
  if (begin < 0) return undefined;
  const end = lines.findIndex((line, i) => i > begin && /^END:VCARD$/i.test(line.trim()));
  const card: Card = { name: "", organisation: "", phones: [], emails: [] };
  let structured = "";
  for (const line of lines.slice(begin + 1, end < 0 ? undefined : end)) {
    const { name, value } = propertyOf(line);
    if (!value.trim()) continue;
    if (name === "FN") card.name ||= plain(value);
    else if (name === "N") structured ||= nameOf(value);
    else if (name === "ORG") card.organisation ||= parts(value, ";").map(plain).filter(Boolean).join(", ");
    else if (name === "TEL") card.phones.push(plain(value).replace(/^tel:/i, ""));
    else if (name === "EMAIL") card.emails.push(plain(value).replace(/^mailto:/i, ""));
  }
  card.name ||= structured || card.organisation || card.emails[0] || card.phones[0] || "";
  return card.name ? card : undefined;
}

const escaped = (text: string) => text.replace(/[\\,;]/g, "\\$&").replace(/\r?\n/g, "\\n");

function plain(text: string): string {
  return text.replace(/\\(.)/gs, (_, it: string) => (it === "n" || it === "N" ? "\n" : it)).trim();
}

/** Breaks a line so that none is longer than 75 bytes, never inside a character. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let size = 0;
  let out = "";
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (size + bytes > 75) {
      out += "\r\n ";
      size = 1;
    }
    out += character;
    size += bytes;
  }
  return out;
}

function unfolded(file: string): string[] {
  const lines: string[] = [];
  for (const line of file.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    const last = lines.at(-1);
    if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1);
    // Version 2.1 goes on after a "=" at the end.
    else if (last?.endsWith("=") && /ENCODING=QUOTED-PRINTABLE/i.test(last))
      lines[lines.length - 1] = last.slice(0, -1) + line;
    else lines.push(line);
  }
  return lines;
}

/** `item1.TEL;TYPE=cell:+46 70` is a TEL of +46 70. A colon in quotes belongs to a parameter. */
function propertyOf(line: string): { name: string; value: string } {
  const found = /^((?:"[^"]*"|[^":])*):(.*)$/s.exec(line);
  if (!found) return { name: "", value: "" };
  const [, head = "", value = ""] = found;
  const name = (head.split(";")[0]?.split(".").at(-1) ?? "").toUpperCase();
  return { name, value: /ENCODING=QUOTED-PRINTABLE/i.test(head) ? fromQuotedPrintable(value) : value };
}

function fromQuotedPrintable(value: string): string {
  const bytes: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const hex = value[i] === "=" ? /^[0-9A-F]{2}/i.exec(value.slice(i + 1)) : null;
    if (hex) {
      bytes.push(Number.parseInt(hex[0], 16));
      i += 2;
    } else bytes.push(...new TextEncoder().encode(value[i]));
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** Family;given;more;before;after, said as people do. */
function nameOf(value: string): string {
  const [family = "", given = "", more = "", before = "", after = ""] = parts(value, ";").map(plain);
  return [before, given, more, family, after].filter(Boolean).join(" ");
}

/** Splits at a sign that no backslash stands before. */
const parts = (value: string, sign: string) =>
  value
    .match(new RegExp(`(?:\\\\.|[^\\\\${sign}])*(?:${sign}|$)`, "gs"))
    ?.map((it) => it.replace(new RegExp(`${sign}$`), "")) ?? [];
