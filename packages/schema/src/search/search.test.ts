import fc from "fast-check";
import { expect, test } from "vitest";
import { cast } from "../testing.ts";
import { excerptOf, fold, namesMatch, parseDay, parseQuery, rangesIn, spanOfDay, termsOf, wordsOf } from "./index.ts";

const plain = (text: string) => [...wordsOf(text)].map((it) => it.word);
const hits = (text: string, typed: string) => {
  const query = parseQuery(typed);
  return query ? rangesIn(text, query).map(({ from, to }) => text.slice(from, to)) : [];
};

test.each([
  ["Đà Nẵng", "da nang"],
  ["Ở đâu", "o dau"],
  ["Straße", "strasse"],
  ["Ångström ÉTÉ", "angstrom ete"],
  ["السَّلامُ", "السلام"],
  ["أحمد إلى آخر", "احمد الي اخر"],
  ["مكتبة", "مكتبه"],
  ["ســـلام ٢٠٢٦", "سلام 2026"],
  ["ﬁsh ＡＢＣ", "fish abc"],
  ["ガム", "ガム"],
])("%s and %s are one to whoever searches", (written, typed) => {
  expect(fold(written)).toBe(typed);
});

test("folding twice is folding once", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)),
    { numRuns: 500 },
  );
});

test("words stand where they were written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      for (const { from, to } of wordsOf(text)) expect(from >= 0 && from < to && to <= text.length).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("where no space parts the words, every pair of neighbours is one, and the last letter by itself", () => {
  expect(plain("東京タワー")).toEqual(["東京", "京タ", "タワ", "ワー", "ー"]);
  expect(plain("Tokyo東京")).toEqual(["tokyo", "東京", "京"]);
});

test("Alice finds Japanese by any part of it, by one letter too", () => {
  expect(hits("東京タワーへ行く", "タワー")).toEqual(["タワー"]);
  expect(hits("東京タワーへ行く", "京")).toEqual(["京タ"]);
  expect(hits("東京タワーへ行く", "く")).toEqual(["く"]);
  expect(hits("東京タワーへ行く", "東タ")).toEqual([]);
});

test("Alice finds Vietnamese without typing its accents, and Arabic with and without the article", () => {
  expect(hits("Hẹn gặp ở Đà Nẵng nhé", "da nang")).toEqual(["Đà", "Nẵng"]);
  expect(hits("ذهبت إلى المكتبة أمس", "مكتبة")).toEqual(["المكتبة"]);
  expect(hits("ذهبت إلى المكتبة أمس", "امس ")).toEqual(["أمس"]);
});

test("the word that is still being typed stands for what it begins, the others for themselves", () => {
  expect(hits("Ramen at noon", "ra")).toEqual(["Ramen"]);
  expect(hits("Ramen at noon", "ra ")).toEqual([]);
  expect(hits("Ramen at noon", "ra* noon ")).toEqual(["Ramen", "noon"]);
  expect(hits("See you soon, see me", '"see you"')).toEqual(["See you"]);
});

test.each([
  ["a OR b -c", ["or", "and"]],
  ["(a OR b) c", ["and", "or"]],
])("%s: not binds most, then and, then or", (typed, kinds) => {
  const query = parseQuery(typed);
  expect(query?.kind).toBe(kinds[0]);
  expect(query && "of" in query && Array.isArray(query.of) && query.of.some((it) => it.kind === kinds[1])).toBe(true);
});

test("operators are read, and what is unfinished asks for nothing", () => {
  expect(parseQuery('from:@Alice in:"Ferry team" has:links is:pinned on:today')).toMatchObject({
    of: [
      { kind: "from", who: "alice" },
      { kind: "in", name: "Ferry team" },
      { kind: "has", what: "link" },
      { kind: "is", what: "pinned" },
      { kind: "on", day: "today" },
    ],
  });
  for (const typed of ["", "from:", '"', "(", "-", "OR", "()", "…"]) expect(parseQuery(typed), typed).toBeNull();
});

test("no text makes the parser throw", () => {
  const piece = fc.constantFrom("(", ")", '"', "-", "OR ", "from:", "has:", "#", "*", " ", "a", "京", "before:", "“");
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((it) => it.join("")),
      ),
      (text) => void parseQuery(text),
    ),
    { numRuns: 1_000 },
  );
});

test("a day begins at the reader's midnight and is as long as their clocks say", () => {
  const hours = (typed: string, zone: string) => {
    const { from, to } = spanOfDay(parseDay(typed)!, zone, 0);
    return (to - from) / 3_600_000;
  };
  expect(hours("2026-03-29", "Europe/Stockholm")).toBe(23);
  expect(hours("25.10.2026", "Europe/Stockholm")).toBe(25);
  expect(hours("2026-11-21", "Asia/Ho_Chi_Minh")).toBe(24);
  const { from } = spanOfDay("yesterday", "Asia/Tokyo", Date.parse("2026-11-20T16:00:00Z"));
  expect(new Date(from).toISOString()).toBe("2026-11-19T15:00:00.000Z");
  for (const wrong of ["2026-02-30", "13.13.2026", "soon"]) expect(parseDay(wrong), wrong).toBeNull();
});

test("a message is found by its words, its tags, what it has and who sent it; a deleted one by nothing", () => {
  const message = { kind: "text", senderId: cast.alice.id, text: "See https://example.org #Ramen" };
  expect(termsOf(message)).toMatchObject({ marks: [`@${cast.alice.id}`, "#ramen", "?link"] });
  const poll = { kind: "poll", senderId: cast.bob.id, text: "Udon?\nYes" };
  expect(termsOf(poll)).toMatchObject({ marks: [`@${cast.bob.id}`, "?poll"] });
  const linked = { ...message, text: "This one", link: { title: "Noodle bar" } };
  expect(termsOf(linked)?.words.map((it) => it.word)).toEqual(["this", "one", "noodle", "bar"]);
  expect(termsOf({ ...message, deletedAt: "2026-11-21T12:00:00Z" })).toBeNull();
  expect(termsOf({ ...message, kind: "event" })).toBeNull();
});

test("an excerpt begins near the hit and marks it", () => {
  const text = `${"word ".repeat(80)}and then Ramén ${"word ".repeat(80)}`;
  const excerpt = excerptOf({ kind: "text", senderId: cast.alice.id, text }, parseQuery("ramen"));
  expect(excerpt.ranges.map(({ from, to }) => excerpt.text.slice(from, to))).toEqual(["Ramén"]);
  expect(excerpt.text.length).toBeLessThan(145);
});

test("a conversation is named by the beginnings of its words", () => {
  expect(namesMatch("ferry te", ["Ferry terminal team"])).toBe(true);
  expect(namesMatch("nang", ["Đà Nẵng"])).toBe(true);
  expect(namesMatch("erry", ["Ferry terminal team"])).toBe(false);
});
