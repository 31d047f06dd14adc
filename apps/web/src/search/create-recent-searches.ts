import { type Accessor, createMemo } from "solid-js";
import { createPreference, useSync } from "../sync/index.ts";

const most = 12;
const key = "searches";

/** What this person has searched for, newest first; the same on all their devices, until they clear it. */
export function createRecentSearches(): {
  searches: Accessor<string[]>;
  remember(text: string): void;
  forget(text?: string): void;
} {
  const sync = useSync();
  const kept = createPreference(key);
  const searches = createMemo(() => {
    const value = kept();
    return Array.isArray(value) ? value.filter((it): it is string => typeof it === "string") : [];
  });
  const keep = (next: string[]) => void sync.do.setPreference(key, next.length > 0 ? next : null);
  return {
    searches,
    remember(text) {
      const said = text.trim();
      if (said.length > 1 && searches()[0] !== said)
        keep([said, ...searches().filter((it) => it !== said)].slice(0, most));
    },
    forget: (text) => keep(text === undefined ? [] : searches().filter((it) => it !== text)),
  };
}
