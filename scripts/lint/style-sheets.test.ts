import { expect, test } from "vitest";
import { findStyleProblems } from "./find-style-problems.ts";

const inComponent = (css: string) => findStyleProblems("apps/web/src/messages/message.css", css);

test("what is on the left in English is not on the left in Arabic", () => {
  expect(inComponent("a { margin-left: 4px; }")).toHaveLength(1);
  expect(inComponent("a {\n  text-align: right;\n  inset-inline-start: 0;\n}")).toEqual([
    "apps/web/src/messages/message.css:2 text-align: right: use the logical property, for right-to-left",
  ]);
  expect(inComponent("a { margin-inline-start: 4px; border-start-start-radius: 5px; }")).toEqual([]);
});

test("a colour comes from a token", () => {
  expect(inComponent("a { color: #123456; }")).toHaveLength(1);
  expect(inComponent("a { background: oklch(0.5 0.1 200); }")).toHaveLength(1);
  expect(inComponent("a { color: var(--c-text); background: oklch(from var(--c-accent) l c h / 50%); }")).toEqual([]);
  expect(inComponent("#abc123 { mask: linear-gradient(#000 0 0); } /* #123456 */")).toEqual([]);
  expect(findStyleProblems("packages/ui/src/styles/tokens/colours.css", ":root { --c-text: #123456; }")).toEqual([]);
});
