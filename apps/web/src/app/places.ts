import type { IconName } from "@parley/ui";

export type Place = {
  href: string;
  label: "app.chats" | "contacts.title" | "app.files" | "app.settings" | "app.you";
  icon: IconName;
  isHere(path: string): boolean;
};

const isSettings = (path: string) => path.startsWith("/settings");
const isPeople = (path: string) => path === "/people";
const isFiles = (path: string) => path === "/gallery";
const isProfile = (path: string) => path === "/settings/profile";

/** Where the rail and the bar lead: only what works. */
export const chats: Place = {
  href: "/",
  label: "app.chats",
  icon: "chats",
  isHere: (path) => !isSettings(path) && !isPeople(path) && !isFiles(path),
};
export const people: Place = { href: "/people", label: "contacts.title", icon: "users", isHere: isPeople };
export const files: Place = { href: "/gallery", label: "app.files", icon: "file", isHere: isFiles };
export const settings: Place = {
  href: "/settings",
  label: "app.settings",
  icon: "settings",
  isHere: (path) => isSettings(path) && !isProfile(path),
};
/** The rail has one's picture instead of a place called You. */
export const allSettings: Place = { ...settings, isHere: isSettings };
export const you: Place = { href: "/settings/profile", label: "app.you", icon: "user", isHere: isProfile };
