// @vitest-environment jsdom
import { expect, test } from "vitest";
import { markdownFromHtml } from "../../formatting/markdown-from-html.ts";
import { copiedHtml, copiedText } from "./copied.ts";

const nameOf = (username: string) => (username === "dana" ? "Dana Ward" : username);
const by = (name: string, at: string, text: string) => ({ name, at, text, isFormatted: true, nameOf });
const ramen = by("Bob", "09:41", "Ramen **<b>now</b>**?\nYes");

test("one message is copied as its words, several with who wrote when", () => {
  expect(copiedText([ramen])).toBe("Ramen <b>now</b>?\nYes");
  expect(copiedText([ramen, by("Dana", "09:42", "_Udon_")])).toBe(
    "Bob, 09:41\nRamen <b>now</b>?\nYes\n\nDana, 09:42\nUdon",
  );
});

test.each([
  ["**Plan** for ~~Monday~~ `noon` ||soup||", "Plan for Monday noon soup"],
  ["# Shopping\n- [x] rice\n- eggs\n\n> said\n> so", "Shopping\n☑ rice\n• eggs\n> said\n> so"],
  ["```ts\nlet a = 1;\n```\nsee [the menu](https://a.example/)", "let a = 1;\nsee the menu (https://a.example/)"],
  ["ask @dana at https://a.example", "ask @Dana Ward at https://a.example"],
])("%s is copied without marks", (text, words) => {
  expect(copiedText([by("Bob", "09:41", text)])).toBe(words);
});

test("where text has form, its form is copied", () => {
  const html = copiedHtml([by("Bob", "09:41", "**Plan**: ask @dana, _then_ `go`\n1. one\n2. two")]);
  expect(html).toContain("<p><b>Plan</b>: ask @Dana Ward, <i>then</i> <code>go</code></p>");
  expect(html).toContain('<ol><li value="1">one</li><li value="2">two</li></ol>');
});

test("nothing that somebody wrote is HTML when it is copied as such", () => {
  expect(copiedHtml([ramen])).toContain("Ramen <b>&#60;b&#62;now&#60;/b&#62;</b>?<br>Yes");
  expect(copiedHtml([ramen, { ...ramen, name: "<i>" }])).toContain("<b>&#60;i&#62;</b>, 09:41");
  expect(copiedHtml([by("Bob", "09:41", '"><script>"')])).not.toContain("<script");
});

test("what is no Markdown is copied as it stands", () => {
  expect(copiedText([{ ...ramen, text: "2 * 3 * 4", isFormatted: false }])).toBe("2 * 3 * 4");
});

test.each(["**a** \\*b\\* @dana ||c||", "```ts\nlet a;\n```", 'line\n\n> "quoted" & <so>', "just words"])(
  "%s comes back as it was written when it is pasted into Parley",
  (text) => {
    expect(markdownFromHtml(copiedHtml([by("Bob", "09:41", text)]))).toBe(text);
  },
);
