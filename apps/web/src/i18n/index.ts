export { type Catalog, loadChat, loadDoor } from "./catalog.ts";
export { errorSentence } from "./error-sentence.ts";
export { createI18n, type I18n, I18nContext, useI18n } from "./i18n.tsx";
export { isLanguage, type Language, languages, preferredLanguage } from "./languages.ts";
export type { MessageKey } from "./message.ts";
