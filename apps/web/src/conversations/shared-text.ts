import { limits } from "@parley/schema";

/** One text of what another app shared: its title, its words and its address, each once. */
export function sharedText(shared: { title?: string; text?: string; url?: string }): string {
  const parts: string[] = [];
  for (const part of [shared.title, shared.text, shared.url]) {
    const trimmed = part?.trim();
    if (trimmed && !parts.some((earlier) => earlier.includes(trimmed))) parts.push(trimmed);
  }
  return [...parts.join("\n")].slice(0, limits.draftLength).join("");
}
