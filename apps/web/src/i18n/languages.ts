export const languages = {
  en: { name: "English", dir: "ltr" },
  vi: { name: "Tiếng Việt", dir: "ltr" },
  ar: { name: "العربية", dir: "rtl" },
} as const satisfies Record<string, { name: string; dir: "ltr" | "rtl" }>;

export type Language = keyof typeof languages;

export function isLanguage(value: unknown): value is Language {
  return typeof value === "string" && value in languages;
}

/** The first of the reader's languages that Parley speaks. */
export function preferredLanguage(wanted: readonly string[]): Language {
  return wanted.map((tag) => tag.split("-")[0]).find(isLanguage) ?? "en";
}

/** The reader's own region for that language, so that en-SE writes times as in Sweden. */
export function localeOf(language: Language, wanted: readonly string[]): string {
  return wanted.find((tag) => tag.split("-")[0] === language) ?? language;
}
