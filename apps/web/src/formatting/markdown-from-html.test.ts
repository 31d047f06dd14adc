// @vitest-environment jsdom
import { expect, test } from "vitest";
import { markdownFromHtml } from "./markdown-from-html.ts";

test.each([
  ["<h2>Plan</h2><p>Bring <b>bread</b> and <i>salt</i>.</p>", "# Plan\n\nBring **bread** and _salt_."],
  ["<ul><li>one<ol><li>deep</li></ol></li><li>two</li></ul>", "- one\n   1. deep\n- two"],
  ['<p>See <a href="https://a.example/">the menu</a></p>', "See [the menu](https://a.example/)"],
  ['<p>See <a href="javascript:alert(1)">this</a></p>', "See this"],
  ["<pre>let a = 1;\n  b();</pre>", "```\nlet a = 1;\n  b();\n```"],
  ["<blockquote><p>said</p></blockquote>", "> said"],
  ["<table><tr><th>Day</th><th>Who</th></tr><tr><td>Mon</td><td>Bob</td></tr></table>", "Day | Who\nMon | Bob"],
  ['<b style="font-weight:normal"><span style="font-weight:700">bold</span> not</b>', "**bold** not"],
])("%s is pasted with its structure", (html, markdown) => {
  expect(markdownFromHtml(html)).toBe(markdown);
});

test("what has no structure is pasted as the text it is", () => {
  expect(markdownFromHtml("<span>just words</span>")).toBeUndefined();
});

test("a document of a hundred thousand elements is not read to its end", () => {
  expect(markdownFromHtml(`<p>${"<b>x</b>".repeat(100_000)}</p>`)).toBeUndefined();
});
