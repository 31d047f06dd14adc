import { expect, test } from "vitest";
import { readCard, writeCard } from "./vcard.ts";

const bob = {
  name: 'Bob; \\Ben, of "Lunch"\nLine',
  organisation: "Ramen, Inc.",
  phones: ["+46 70 123"],
  emails: ["bob@example.org"],
};

test("what is written is read back, whatever signs are in a name", () => {
  expect(readCard(writeCard(bob))).toEqual(bob);
});

test("commas, semicolons, backslashes and line ends are escaped; lines end in CRLF", () => {
  const file = writeCard(bob);
  expect(file).toContain('FN:Bob\\; \\\\Ben\\, of "Lunch"\\nLine\r\n');
  expect(file.split("\r\n").slice(0, 2)).toEqual(["BEGIN:VCARD", "VERSION:4.0"]);
  expect(file.endsWith("END:VCARD\r\n")).toBe(true);
});

test("a long line is folded at 75 bytes, never inside a character", () => {
  const card = { ...bob, name: "Nguyễn ".repeat(30).trim() };
  for (const line of writeCard(card).split("\r\n"))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(readCard(writeCard(card))?.name).toBe(card.name);
});

test("cards from phones are read: groups, types, quoted parameters, names in parts, quoted-printable", () => {
  const file = [
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Nguy=E1=BB=85n;Lan;;;",
    'item1.TEL;TYPE="cell:private":+84 90',
    "TEL;VALUE=uri:tel:+84-91",
    "EMAIL;TYPE=work:lan@example.",
    " org",
    "ORG:Kitchen;North\\, upstairs",
    "PHOTO;ENCODING=b:AAAA",
    "END:VCARD",
  ].join("\n");
  expect(readCard(file)).toEqual({
    name: "Lan Nguyễn",
    organisation: "Kitchen, North, upstairs",
    phones: ["+84 90", "+84-91"],
    emails: ["lan@example.org"],
  });
});

test("what is no card is none", () => {
  expect(readCard("hello")).toBeUndefined();
  expect(readCard("BEGIN:VCARD\nEND:VCARD")).toBeUndefined();
});
