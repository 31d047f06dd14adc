import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { loadCatalog } from "./catalog.ts";
import { errorSentence } from "./error-sentence.ts";
import { createI18n } from "./i18n.tsx";
import { preferredLanguage } from "./languages.ts";

const speak = async (language: "en" | "vi" | "ar", wanted: string[]) => {
  const words = await loadCatalog(language);
  return createRoot(() => createI18n(language, words, wanted));
};

test("Alice reads counts in the form of her language", async () => {
  const { t } = await speak("en", ["en-SE"]);
  expect(t("app.catchingUp", { count: 1 })).toBe("Catching up, 1 chat to go");
  expect(t("app.catchingUp", { count: 2 })).toBe("Catching up, 2 chats to go");
});

test("a name stands inside the sentence as an element", async () => {
  const { tx } = await speak("en", ["en"]);
  expect(tx("accounts.signInTo", { host: "parley.example" })).toEqual(["Sign in to ", "parley.example", ""]);
});

test("a new language rewrites what was read", async () => {
  const i18n = await speak("en", ["en"]);
  await i18n.loadRest();
  await i18n.setLanguage("ar");
  expect(i18n.dir()).toBe("rtl");
  expect(i18n.t("app.chats")).toBe("المحادثات");
  expect(i18n.t("settings.storage")).toBe("التخزين والعمل دون اتصال");
});

test("times are those of the reader's region", async () => {
  const now = new Date(2026, 2, 5, 12, 0).getTime();
  const swedish = await speak("en", ["en-SE"]);
  const american = await speak("en", ["en-US"]);
  expect(swedish.formatTime(new Date(2026, 2, 5, 21, 41).getTime())).toBe("21:41");
  expect(american.formatTime(new Date(2026, 2, 5, 21, 41).getTime())).toMatch(/9:41\sPM/);
  expect(swedish.formatDay(new Date(2026, 2, 4, 23, 59).getTime(), now)).toBe("Yesterday");
  expect(swedish.formatDay(new Date(2026, 2, 2).getTime(), now)).toBe("Monday");
  expect(swedish.formatWhen(new Date(2026, 2, 5, 9, 41).getTime(), now)).toBe("09:41");
  expect(swedish.formatWhen(new Date(2025, 2, 5).getTime(), now)).toContain("2025");
  expect(swedish.formatRelative(now - 12 * 60_000, now)).toContain("12 min");
  expect(swedish.formatBytes(2_540_000)).toBe("2,5 MB");
});

test("too fast says how long to wait, in words", async () => {
  const i18n = await speak("vi", ["vi"]);
  expect(errorSentence(i18n, { code: "rate_limited", reason: "too_fast", retryAfter: 90 })).toBe(
    "Bạn thao tác hơi nhanh. Hãy thử lại sau 2 phút.",
  );
  expect(errorSentence(i18n, new TypeError("bug"))).toBe(i18n.t("error.internal"));
});

test("the page speaks the first of the reader's languages that it knows", () => {
  expect(preferredLanguage(["sv-SE", "vi-VN", "en"])).toBe("vi");
  expect(preferredLanguage(["sv"])).toBe("en");
});
