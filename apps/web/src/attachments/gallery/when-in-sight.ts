import { createEffect, createSignal, onCleanup, onMount } from "solid-js";

const aheadPx = 800;

/** Asks for more whenever the end of a list comes near, and again while it stays there. */
export function whenInSight(end: HTMLElement, canAsk: () => boolean, ask: () => Promise<void>): void {
  const [isNear, setNear] = createSignal(false);
  const [isAsking, setAsking] = createSignal(false);
  onMount(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: end.closest(".scroll"),
      rootMargin: `${aheadPx}px`,
    });
    observer.observe(end);
    onCleanup(() => observer.disconnect());
  });
  createEffect(() => {
    if (!canAsk() || !isNear() || isAsking()) return;
    setAsking(true);
    void ask().finally(() => setAsking(false));
  });
}
