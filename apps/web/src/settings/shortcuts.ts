import type { MessageKey } from "../i18n/index.ts";

export type Shortcut = { label: Extract<MessageKey, `${"settings" | "organising"}.key${string}`>; keys: string[] };

/** The keys there are, as the keyboard at hand writes them. */
export function shortcuts(platform: string): Shortcut[] {
  const isMac = /mac|iphone|ipad/i.test(platform);
  const command = isMac ? "⌘" : "Ctrl";
  const alt = isMac ? "⌥" : "Alt";
  return [
    { label: "settings.keyPalette", keys: [command, "K"] },
    { label: "settings.keyNext", keys: [alt, "↓", "↑"] },
    { label: "settings.keyUnread", keys: [alt, "⇧", "↓", "↑"] },
    { label: "organising.keyUnread", keys: [alt, "⇧", "U"] },
    { label: "organising.keyPin", keys: [alt, "⇧", "P"] },
    { label: "organising.keyMute", keys: [alt, "⇧", "M"] },
    { label: "organising.keyArchive", keys: [alt, "⇧", "E"] },
    { label: "organising.keyMovePin", keys: [command, "⇧", "↓", "↑"] },
    { label: "organising.keyMenu", keys: ["⇧", "F10"] },
    { label: "settings.keyMessages", keys: ["↑", "↓", "Home", "End"] },
    { label: "settings.keyEditLast", keys: ["↑"] },
    { label: "settings.keyBold", keys: [command, "B"] },
    { label: "settings.keyItalic", keys: [command, "I"] },
    { label: "settings.keyStrike", keys: [command, "⇧", "X"] },
    { label: "settings.keyCode", keys: [command, "E"] },
    { label: "settings.keySpoiler", keys: [command, "⇧", "S"] },
    { label: "settings.keyLink", keys: [command, "K"] },
    { label: "settings.keyEscape", keys: ["Esc"] },
    { label: "settings.keyShortcuts", keys: [command, "/"] },
  ];
}
