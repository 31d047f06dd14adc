import type { catalog as en } from "./en/index.ts";
import type { Language } from "./languages.ts";
import type { Message, MessageKey } from "./message.ts";

/** English is the source of truth: its keys are the keys. */
export type Catalog = typeof en;
/** The words at the door are there from the start, those of the chats from when someone is in, the rest soon after. */
export type LoadedCatalog = Readonly<Partial<Record<MessageKey, Message>>>;

/** Fetches the words for the sign-in of one language. */
export async function loadDoor(language: Language): Promise<LoadedCatalog> {
  switch (language) {
    case "en":
      return (await import("./en/door.ts")).door;
    case "vi":
      return (await import("./vi/door.ts")).door;
    case "ar":
      return (await import("./ar/door.ts")).door;
    default:
      return language satisfies never;
  }
}

/** Fetches the words of the first screens behind the door. */
export async function loadChat(language: Language): Promise<LoadedCatalog> {
  switch (language) {
    case "en":
      return (await import("./en/chat.ts")).chat;
    case "vi":
      return (await import("./vi/chat.ts")).chat;
    case "ar":
      return (await import("./ar/chat.ts")).chat;
    default:
      return language satisfies never;
  }
}

/** Fetches all words of one language. */
export async function loadCatalog(language: Language): Promise<LoadedCatalog> {
  switch (language) {
    case "en":
      return (await import("./en/index.ts")).catalog;
    case "vi":
      return (await import("./vi/index.ts")).catalog;
    case "ar":
      return (await import("./ar/index.ts")).catalog;
    default:
      return language satisfies never;
  }
}
