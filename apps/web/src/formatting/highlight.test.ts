import { expect, test } from "vitest";
import { type Coloured, highlight } from "./highlight.ts";

const textOf = (of: readonly Coloured[]): string =>
  of.map((it) => (typeof it === "string" ? it : textOf(it.of))).join("");

test("code is coloured without a character changed", () => {
  const code = 'const a = "<b>"; // ok\n';
  const coloured = highlight(code, "ts") ?? [];
  expect(textOf(coloured)).toBe(code);
  expect(coloured[0]).toEqual({ kind: "keyword", of: ["const"] });
  expect(textOf(highlight("<script>let a = 1</script>", "html") ?? [])).toBe("<script>let a = 1</script>");
});

test("a style sheet is coloured by its shape, inside a page too", () => {
  const code =
    '@media print { /* ink */ .row:hover > #a { --gap: 2px; color: #fff!important; background: url("x.png") } }';
  const coloured = highlight(code, "css") ?? [];
  expect(textOf(coloured)).toBe(code);
  const kindsOf = (of: readonly Coloured[]) => of.flatMap((it) => (typeof it === "string" ? [] : [it.kind]));
  const name = (it: string) => coloured.find((one) => typeof one !== "string" && textOf(one.of) === it);
  expect(name("@media")).toMatchObject({ kind: "keyword" });
  expect(name(".row")).toMatchObject({ kind: "name" });
  expect(name(":hover")).toMatchObject({ kind: "name" });
  expect(name("#a")).toMatchObject({ kind: "name" });
  expect(name("--gap")).toMatchObject({ kind: "attribute" });
  expect(name("2px")).toMatchObject({ kind: "number" });
  expect(name("#fff")).toMatchObject({ kind: "number" });
  expect(kindsOf(coloured)).toContain("string");
  expect(textOf(highlight("<style>a { color: red }</style>", "html") ?? [])).toBe("<style>a { color: red }</style>");
});

test("C is coloured as C++", () => {
  expect(highlight("int main() { return 0; }", "c")?.[0]).toBeDefined();
});

test("a language nobody knows stays plain", () => {
  expect(highlight("x", "klingon")).toBeUndefined();
  expect(highlight("x", "constructor")).toBeUndefined();
});
