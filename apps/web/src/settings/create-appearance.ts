import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import { createPreference, useSync } from "../sync/index.ts";
import { type Appearance, appearanceFrom, appearanceKey, storedAppearance, wearAppearance } from "./appearance.ts";

/** The appearance worn now, and a way to change part of it: here at once, on the person's other devices by the outbox. */
export function createAppearance(): [Accessor<Appearance>, (change: Partial<Appearance>) => void] {
  const sync = useSync();
  const kept = createPreference(appearanceKey);
  const [here, setHere] = createSignal(storedAppearance(localStorage));
  const appearance = createMemo(() => (kept() ? appearanceFrom(kept()) : here()));
  return [
    appearance,
    (change) => {
      const next = { ...appearance(), ...change };
      setHere(next);
      wearAppearance(next, document.documentElement, localStorage);
      void sync.do.setPreference(appearanceKey, next);
    },
  ];
}

/** Wears what another device of this person chose, as soon as it is known here. */
export function followAppearance(): void {
  const kept = createPreference(appearanceKey);
  createEffect(
    on(kept, (value) => {
      if (value) wearAppearance(appearanceFrom(value), document.documentElement, localStorage);
    }),
  );
}
