import { expect, test } from "vitest";
import { askedAt, findNamed, shortcodeAt } from "./asked-at.ts";
import type { Change } from "./edit-field.ts";
import { continued, formatted, pastedLink } from "./format-text.ts";

/** `|` marks the ends of the selection. */
function apply(typed: string, make: (selection: { text: string; from: number; to: number }) => Change | undefined) {
  const [before = "", chosen, rest] = typed.split("|");
  const after = rest ?? "";
  const text = rest === undefined ? before + (chosen ?? "") : before + chosen + after;
  const from = before.length;
  const made = make({ text, from, to: rest === undefined ? from : from + (chosen ?? "").length });
  if (!made) return undefined;
  const next = text.slice(0, made.from) + made.text + text.slice(made.to);
  const [a, b] = made.select;
  return a === b ? `${next.slice(0, a)}|${next.slice(a)}` : `${next.slice(0, a)}|${next.slice(a, b)}|${next.slice(b)}`;
}

test.each([
  ["say |now| please", "say **|now|** please"],
  ["say **|now|** please", "say |now| please"],
  ["say |**now**| please", "say |now| please"],
  ["say| now |please", "say **|now|** please"],
  ["say |", "say **|**"],
])("bold on %s gives %s", (typed, expected) => {
  expect(apply(typed, (it) => formatted("bold", it))).toBe(expected);
});

test("lines become a list, and words again", () => {
  expect(apply("|a\nb|", (it) => formatted("numbers", it))).toBe("|1. a\n2. b|");
  expect(apply("|1. a\n2. b|", (it) => formatted("numbers", it))).toBe("|a\nb|");
  expect(apply("a|b", (it) => formatted("quote", it))).toBe("> ab|");
});

test("a list goes on with the next line, and ends with an empty one", () => {
  expect(apply("1. a|", (it) => continued(it.text, it.from))).toBe("1. a\n2. |");
  expect(apply("- [x] a|", (it) => continued(it.text, it.from))).toBe("- [x] a\n- [ ] |");
  expect(apply("- a\n- |", (it) => continued(it.text, it.from))).toBe("- a\n|");
  expect(apply("> a|", (it) => continued(it.text, it.from))).toBe("> a\n> |");
  expect(apply("words|", (it) => continued(it.text, it.from))).toBeUndefined();
});

test("an address pasted over words becomes their link", () => {
  expect(apply("the |menu| here", (it) => pastedLink("https://a.example", it))).toBe(
    "the [menu](https://a.example)| here",
  );
  expect(apply("the |menu| here", (it) => pastedLink("javascript:alert(1)", it))).toBeUndefined();
});

test("an @ and a colon ask for names, in words and addresses they do not", () => {
  expect(askedAt("ask @an", 7)).toEqual({ kind: "mention", from: 4, query: "an" });
  expect(askedAt("so :ta", 6)).toEqual({ kind: "emoji", from: 3, query: "ta" });
  expect(askedAt("bob@mail", 8)).toBeUndefined();
  expect(askedAt("at 10:30", 8)).toBeUndefined();
  expect(shortcodeAt("so :tada:", 9)).toEqual({ from: 3, name: "tada" });
});

test("Elin is found by the start of a name, by its letters, and without its accents", () => {
  const people = [
    { displayName: "Élin Söder", username: "elin" },
    { displayName: "Melina", username: "mel" },
    { displayName: "Bob", username: "bob" },
  ];
  expect(findNamed(people, "elin").map((it) => it.displayName)).toEqual(["Élin Söder", "Melina"]);
  expect(findNamed(people, "sod").map((it) => it.displayName)).toEqual(["Élin Söder"]);
  expect(findNamed(people, "mln").map((it) => it.displayName)).toEqual(["Melina"]);
});
