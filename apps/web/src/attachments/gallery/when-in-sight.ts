import { createEffect, createSignal, onCleanup, onMount } from "solid-js";

const aheadPx = 800;

/** Asks for more whenever the end of a list comes near, and again while it stays there. `length` is false while it cannot. */
export function whenInSight(end: HTMLElement, length: () => number | false, ask: () => Promise<void>): void {
  const [isNear, setNear] = createSignal(false);
  let isAsking = false;
  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: end.closest(".scroll"),
      rootMargin: `${aheadPx}px`,
    });
    observer.observe(end);
    onCleanup(() => observer.disconnect());
  });
  createEffect(() => {
    if (length() === false || !isNear() || isAsking) return;
    isAsking = true;
    void ask().finally(() => {
      isAsking = false;
    });
  });
}
