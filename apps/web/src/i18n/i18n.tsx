import { batch, createContext, createSignal, type JSX, useContext } from "solid-js";
import { type LoadedCatalog, loadCatalog, loadChat, loadDoor } from "./catalog.ts";
import { type Formats, formatsOf } from "./formats.ts";
import { type Language, languages, localeOf } from "./languages.ts";
import { type MessageArguments, type MessageKey, type MessageValues, partsOf } from "./message.ts";

export type I18n = Formats & {
  /** Reactive, as everything here: a new language rewrites the page. */
  language(): Language;
  dir(): "ltr" | "rtl";
  t<Key extends MessageKey>(key: Key, ...values: MessageArguments<Key, string | number>): string;
  /** As `t`, with elements for names: parts to put into JSX. */
  tx<Key extends MessageKey>(key: Key, ...values: MessageArguments<Key, JSX.Element>): JSX.Element;
  setLanguage(language: Language): Promise<void>;
  /** The words for someone who is in: resolves when the chats can be shown; the rest comes by itself. */
  loadRest(): Promise<void>;
};

export const I18nContext = createContext<I18n>();

export function createI18n(
  first: Language,
  words: LoadedCatalog,
  wanted: readonly string[] = navigator.languages,
): I18n {
  const [language, setLanguage] = createSignal(first);
  const [catalog, setCatalog] = createSignal(words);
  const locale = () => localeOf(language(), wanted);
  const parts = (key: MessageKey, values: MessageValues) => partsOf(catalog()[key] ?? "", values, rulesOf(language()));
  let load = loadDoor;
  const formats = formatsOf(locale, (key) => String(catalog()[key]));
  const written = (value: unknown) => (typeof value === "number" ? formats.formatNumber(value) : value);

  return {
    ...formats,
    language,
    dir: () => languages[language()].dir,
    t: (key, ...[values = {}]: [MessageValues?]) =>
      parts(key, values)
        .map((part, i) => (i % 2 ? written(values[part]) : part))
        .join(""),
    tx: (key, ...[values = {}]: [MessageValues?]) =>
      parts(key, values).map((part, i) => (i % 2 ? (written(values[part]) as JSX.Element) : part)),
    async setLanguage(next) {
      const nextWords = await load(next);
      batch(() => {
        setCatalog(nextWords);
        setLanguage(next);
      });
    },
    async loadRest() {
      load = loadCatalog;
      const wanted = language();
      setCatalog(await loadChat(wanted));
      void loadCatalog(wanted).then((all) => language() === wanted && setCatalog(all));
    },
  };
}

export function useI18n(): I18n {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error("useI18n needs an I18nContext around it.");
  return i18n;
}

const rules = new Map<Language, Intl.PluralRules>();

// Made once: every word on the screen asks for them.
function rulesOf(language: Language): Intl.PluralRules {
  const made = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, made);
  return made;
}
