import { createEffect, onCleanup } from "solid-js";

/** The page's title while this screen is shown. */
export function createTitle(title: () => string | undefined): void {
  createEffect(() => {
    const wanted = title();
    document.title = wanted ? `${wanted} · Parley` : "Parley";
  });
  onCleanup(() => {
    document.title = "Parley";
  });
}
