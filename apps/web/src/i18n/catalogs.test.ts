import { errorReasons } from "@parley/schema";
import { expect, test } from "vitest";
import { catalog as ar } from "./ar/index.ts";
import { catalog as en } from "./en/index.ts";
import type { Message } from "./message.ts";
import { catalog as vi } from "./vi/index.ts";

const english: Record<string, Message> = en;

test("Vietnamese has every sentence that English has, and no other", () => {
  expect(Object.keys(vi).sort()).toEqual(Object.keys(en).sort());
});

test("Arabic has every sentence that English has, and no other", () => {
  expect(Object.keys(ar).sort()).toEqual(Object.keys(en).sort());
});

test.each([
  ["vi", vi],
  ["ar", ar],
])("a sentence in %s has the names of the English one, in every plural form", (_language, catalog) => {
  for (const [key, message] of Object.entries<Message>(catalog)) {
    const wanted = new Set(formsOf(english[key] ?? "").flatMap(namesIn));
    for (const form of formsOf(message)) {
      const names = new Set(namesIn(form));
      expect(
        [...names].filter((name) => !wanted.has(name)),
        `${key}: ${form}`,
      ).toEqual([]);
      // A form for one may say it without the number.
      expect(
        [...wanted].filter((name) => name !== "count" && !names.has(name)),
        `${key}: ${form}`,
      ).toEqual([]);
    }
    expect(typeof message, key).toBe(typeof english[key]);
  }
});

test("a plural has each form its language asks for", () => {
  for (const [language, catalog] of [
    ["en", en],
    ["vi", vi],
    ["ar", ar],
  ] as const) {
    const asked = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries<Message>(catalog)) {
      if (typeof message !== "string")
        expect(
          asked.filter((form) => form !== "zero" && !(form in message)),
          `${language} ${key}`,
        ).toEqual([]);
    }
  }
});

test("everything the server can refuse with has a sentence", () => {
  expect(errorReasons.filter((reason) => !(`error.${reason}` in en))).toEqual([]);
});

function formsOf(message: Message): string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function namesIn(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "");
}
