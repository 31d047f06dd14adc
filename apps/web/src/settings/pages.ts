import type { IconName } from "@parley/ui";

/** The pages of the settings, in their order. */
export const pages = [
  { name: "profile", label: "settings.profile", icon: "user" },
  { name: "account", label: "settings.account", icon: "shield" },
  { name: "privacy", label: "privacy.title", icon: "lock" },
  { name: "appearance", label: "settings.appearance", icon: "palette" },
  { name: "folders", label: "organising.folders", icon: "layers" },
  { name: "language", label: "settings.language", icon: "globe" },
  { name: "away", label: "settings.away", icon: "clock" },
  { name: "storage", label: "settings.storage", icon: "database" },
  { name: "keyboard", label: "settings.keyboard", icon: "keyboard" },
] as const satisfies { name: string; label: string; icon: IconName }[];

export type Page = (typeof pages)[number];

export function pageNamed(name: string | undefined): Page | undefined {
  return pages.find((page) => page.name === name);
}
