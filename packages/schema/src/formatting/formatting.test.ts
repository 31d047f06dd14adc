import { array, assert, constantFrom, oneof, property, string, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { type Block, type Inline, parseText, plainText } from "./index.ts";
import { scan } from "./scan.ts";

const text = (...of: Inline[]): Block => ({ type: "text", of });

test("text without marks is only text", () => {
  expect(parseText("Ramen at 12:30?\nSee you (maybe).")).toEqual([text("Ramen at 12:30?\nSee you (maybe).")]);
});

test.each<[string, Inline[]]>([
  ["**now**", [{ type: "strong", of: ["now"] }]],
  ["*now* and _then_", [{ type: "em", of: ["now"] }, " and ", { type: "em", of: ["then"] }]],
  ["***now***", [{ type: "strong", of: [{ type: "em", of: ["now"] }] }]],
  ["**a *b***", [{ type: "strong", of: ["a ", { type: "em", of: ["b"] }] }]],
  ["~~no~~ ||yes||", [{ type: "strike", of: ["no"] }, " ", { type: "spoiler", of: ["yes"] }]],
  ["`a * b * c`", [{ type: "code", text: "a * b * c" }]],
  ["``a ` b``", [{ type: "code", text: "a ` b" }]],
  ["[menu](https://a.example/b_(c))", [{ type: "link", href: "https://a.example/b_(c)", of: ["menu"] }]],
  [
    "**https://a.example**",
    [{ type: "strong", of: [{ type: "link", href: "https://a.example/", of: ["https://a.example"] }] }],
  ],
  ["ask @anna, please", ["ask ", { type: "mention", name: "anna" }, ", please"]],
  ["about #lunch and #1", ["about ", { type: "hashtag", tag: "lunch" }, " and #1"]],
  ["これは**大事**です", ["これは", { type: "strong", of: ["大事"] }, "です"]],
  ["قل **الآن** من فضلك", ["قل ", { type: "strong", of: ["الآن"] }, " من فضلك"]],
  ["\\*not this\\*", ["*not this*"]],
])("%s means what people mean by it", (typed, meant) => {
  expect(parseText(typed)).toEqual([text(...meant)]);
});

test.each([
  "snake_case_name and 2*3*4",
  "5 * 4 * 3",
  "**open for ever",
  "a || b || c",
  "¯\\_(ツ)_/¯",
  "**a\n\nb**",
  "*".repeat(40),
  "bob@mail.example",
  ">_<",
  "-5 degrees",
  "#1",
])("%s is not formatted", (typed) => {
  expect(parseText(typed)).toEqual([text(typed)]);
});

test("only addresses of the web and of mail become links", () => {
  expect(
    plainLinks("[a](javascript:alert(1)) [b](data:text/html,x) [c](//x.example) [d](https://u:p@x.example)"),
  ).toEqual([]);
  expect(plainLinks("[a](mailto:a@b.example) [b](http://x.example)")).toEqual([
    "mailto:a@b.example",
    "http://x.example/",
  ]);
});

test("a link does not say one place and lead to another", () => {
  const [block] = parseText("[https://bank.example](https://evil.example)");
  expect(block).toEqual(
    text("[", { type: "link", href: "https://bank.example/", of: ["https://bank.example"] }, "](https://evil.example)"),
  );
});

test("lists keep their numbers, their depth and their ticks", () => {
  expect(parseText("3. three\n   - [x] done\n   - [ ] not yet\n7. seven")).toEqual([
    {
      type: "list",
      isNumbered: true,
      items: [
        {
          number: 3,
          of: [
            text("three"),
            {
              type: "list",
              isNumbered: false,
              items: [
                { isDone: true, of: [text("done")] },
                { isDone: false, of: [text("not yet")] },
              ],
            },
          ],
        },
        { number: 7, of: [text("seven")] },
      ],
    },
  ]);
});

test("code keeps every character, quotes stand in quotes, a heading is a line", () => {
  expect(parseText("# Title #1\n```ts\n**a**\n  b\n```\n> said\n>> before")).toEqual([
    { type: "heading", of: ["Title #1"] },
    { type: "code", language: "ts", text: "**a**\n  b" },
    { type: "quote", of: [text("said"), { type: "quote", of: [text("before")] }] },
  ]);
});

test("a line of text shows no marks, and never what is covered", () => {
  expect(plainText("# Plan\n- **eat** [here](https://a.example)\n- ||the ending||")).toBe("Plan • eat here • ▒▒▒▒");
  expect(plainText(`||${"secret ".repeat(500)}end||`)).toBe("▒▒▒▒");
});

const hostile: Record<string, (length: number) => string> = {
  stars: (n) => "*".repeat(n),
  "stars and letters": (n) => "a*".repeat(n / 2),
  openers: (n) => "*a _b **c ~~d ||e [f ".repeat(n / 21),
  "openers, then closers": (n) => "**a ".repeat(n / 8) + " b**".repeat(n / 8),
  quotes: (n) => ">".repeat(n),
  "quote lines": (n) => ">\n".repeat(n / 2),
  brackets: (n) => "[".repeat(n),
  links: (n) => "[a](".repeat(n / 4),
  "links in brackets": (n) => "*[[a](http://b.c) ".repeat(n / 18),
  backticks: (n) => "`a``b```c".repeat(n / 9),
  fences: (n) => "```\n".repeat(n / 4),
  "lists in lists": (n) => Array.from({ length: Math.sqrt(n) }, (_, i) => `${" ".repeat(2 * i)}- a`).join("\n"),
  "one long line": (n) => "x".repeat(n),
  "one long address": (n) => `https://a.example/${"(".repeat(n)}`,
  "dots at the end": (n) => `https://a.example/${".".repeat(n)}`,
  spaces: (n) => `# ${" ".repeat(n)}`,
  "mentions without end": (n) => "@a.".repeat(n / 3),
};

test.each(Object.entries(hostile))("hostile input (%s) takes time in proportion to its length", (_name, make) => {
  for (const length of [4_998, 100_000]) {
    const typed = make(length);
    const started = performance.now();
    const blocks = parseText(typed);
    // What grows with the square would take minutes.
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(scan(typed).length).toBeLessThanOrEqual(typed.length + 1);
    expect(depthOf(blocks)).toBeLessThan(60);
  }
});

const word = stringMatching(/^[a-zà-ỹа-я]{1,6}$/u);
const mark = constantFrom(
  ...["*", "**", "***", "_", "__", "~~", "||", "`", "``", "```", "[", "](", ")", "]", "\\", ">", "> ", "- ", "1. "],
  ...["- [ ] ", "# ", "#", "@", " ", "  ", "\n", "\n\n", "\t", ":", "|", "<b>", "&amp;"],
);

test("whatever is typed, no word is lost and none is added", () => {
  assert(
    property(array(oneof(word, mark), { maxLength: 60 }), (parts) => {
      const typed = parts.join("");
      expect(lettersOf(all(parseText(typed)))).toBe(lettersOf(typed));
    }),
    { numRuns: 2_000 },
  );
});

test("whatever the characters are, it is read without an error", () => {
  assert(
    property(string({ unit: "binary", maxLength: 300 }), (typed) => {
      parseText(typed);
      plainText(typed);
    }),
  );
});

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}

function all(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === "code") return `${block.language}\n${block.text}`;
      if (block.type === "list") return block.items.map((it) => all(it.of)).join("\n");
      return block.type === "quote" ? all(block.of) : inline(block.of);
    })
    .join("\n");
}

function inline(of: Inline[]): string {
  return of
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.type === "code") return node.text;
      if (node.type === "mention") return node.name;
      return node.type === "hashtag" ? node.tag : inline(node.of);
    })
    .join("");
}

function plainLinks(typed: string): string[] {
  return parseText(typed).flatMap((block) =>
    block.type === "text"
      ? block.of.flatMap((node) => (typeof node === "object" && node.type === "link" ? [node.href] : []))
      : [],
  );
}

function depthOf(of: readonly (Block | Inline)[]): number {
  let deepest = 0;
  for (const node of of) {
    if (typeof node === "string" || node.type === "code" || node.type === "mention" || node.type === "hashtag")
      continue;
    deepest = Math.max(
      deepest,
      node.type === "list" ? Math.max(...node.items.map((it) => depthOf(it.of))) : depthOf(node.of),
    );
  }
  return deepest + 1;
}

test("in a line somebody is called as they are now", () => {
  const nameOf = (name: string) => (name === "dana" ? "Dana Ward" : name);
  expect(plainText("**@dana** and @bob, > @dana", 200, nameOf)).toBe("@Dana Ward and @bob, > @Dana Ward");
});
