import fc from "fast-check";
import { expect, test } from "vitest";
import { autolink } from "./autolink.ts";

const linksIn = (text: string) => autolink(text).flatMap((part) => (part.href ? [part.text] : []));

test("Alice's address becomes a link, the full stop after it does not", () => {
  expect(linksIn("See https://example.org/a.")).toEqual(["https://example.org/a"]);
  expect(linksIn("(https://example.org/a)")).toEqual(["https://example.org/a"]);
  expect(linksIn("https://example.org/wiki/Parley_(disambiguation)")).toEqual([
    "https://example.org/wiki/Parley_(disambiguation)",
  ]);
  expect(linksIn("www.example.org, and HTTPS://EXAMPLE.COM/x?a=1&b=2#c")).toEqual([
    "www.example.org",
    "HTTPS://EXAMPLE.COM/x?a=1&b=2#c",
  ]);
});

test("an address without a scheme opens over https", () => {
  expect(autolink("www.example.org")[0]?.href).toBe("https://www.example.org/");
});

test("nothing but http and https is ever a link", () => {
  for (const text of [
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://example.org",
    "example.org",
    "http://",
    "https://x",
  ])
    expect(linksIn(text)).toEqual([]);
});

test("an address that shows one host and opens another stays text", () => {
  expect(linksIn("https://bank.example@evil.example/login")).toEqual([]);
});

test("a mark that turns the reading direction ends an address", () => {
  expect(linksIn("https://example.org/\u202Egpj.exe")).toEqual(["https://example.org/"]);
});

test("whatever Bob writes, the pieces joined are what he wrote and every link is http", () => {
  const written = fc
    .array(
      fc.oneof(
        fc.string({ unit: "grapheme" }),
        fc.webUrl(),
        fc.constantFrom("www.", "https://", "(", ")", ".", " ", "@"),
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(written, (text) => {
      const parts = autolink(text);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const part of parts) if (part.href) expect(new URL(part.href).protocol).toMatch(/^https?:$/);
    }),
    { numRuns: 50 },
  );
});

test("five thousand characters of half addresses take no time", () => {
  const start = performance.now();
  autolink("https://a.".repeat(500));
  autolink(`https://example.org/${")".repeat(4_900)}`);
  expect(performance.now() - start).toBeLessThan(200);
});
