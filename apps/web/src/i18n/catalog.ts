import type { catalog as en } from "./en/index.ts";
import type { Language } from "./languages.ts";
import type { Message, MessageKey } from "./message.ts";

/** English is the source of truth: its keys are the keys. */
export type Catalog = typeof en;
export type LoadedCatalog = Readonly<Record<MessageKey, Message>>;

/** Fetches the words of one language; what Arabic does not have yet stays English. */
export async function loadCatalog(language: Language): Promise<LoadedCatalog> {
  switch (language) {
    case "en":
      return (await import("./en/index.ts")).catalog;
    case "vi":
      return (await import("./vi/index.ts")).catalog;
    case "ar": {
      const [en, ar] = await Promise.all([import("./en/index.ts"), import("./ar/index.ts")]);
      return { ...en.catalog, ...ar.catalog };
    }
    default:
      return language satisfies never;
  }
}
