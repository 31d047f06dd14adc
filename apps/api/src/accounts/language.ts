export const languages = ["en", "vi", "ar"] as const;
export type Language = (typeof languages)[number];

/** The first language of an Accept-Language header that Parley writes; English when it names none of them. */
export function languageOf(accepted: string | undefined): Language {
  const asked = (accepted ?? "")
    .slice(0, 200)
    .split(",")
    .map((it) => it.trim().slice(0, 2).toLowerCase());
  return asked.flatMap((it) => languages.find((language) => language === it) ?? [])[0] ?? "en";
}
