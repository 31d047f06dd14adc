import { expect, test } from "vitest";
import { type Coloured, highlight } from "./highlight.ts";

const textOf = (of: readonly Coloured[]): string =>
  of.map((it) => (typeof it === "string" ? it : textOf(it.of))).join("");

test("code is coloured without a character changed", async () => {
  const code = 'const a = "<b>"; // ok\n';
  const coloured = (await highlight(code, "ts")) ?? [];
  expect(textOf(coloured)).toBe(code);
  expect(coloured[0]).toEqual({ kind: "keyword", of: ["const"] });
  expect(textOf((await highlight("<script>let a = 1</script>", "html")) ?? [])).toBe("<script>let a = 1</script>");
});

test("a language nobody knows stays plain", async () => {
  expect(await highlight("x", "klingon")).toBeUndefined();
  expect(await highlight("x", "constructor")).toBeUndefined();
});
