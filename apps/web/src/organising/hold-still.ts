import { createEffect, onCleanup } from "solid-js";

/** Keeps the list from scrolling while a finger drags a pinned row: said before the finger comes, or nobody is asked. */
export function holdStill(item: HTMLElement, isPinned: () => boolean): void {
  createEffect(() => {
    if (!isPinned()) return;
    const still = (event: TouchEvent) => item.dataset["dragged"] !== undefined && event.preventDefault();
    item.addEventListener("touchmove", still, { passive: false });
    onCleanup(() => item.removeEventListener("touchmove", still));
  });
}
