import { type Accessor, createEffect, on } from "solid-js";

/** After a navigation, focus must not be lost: if what had it is gone or hidden, the main landmark takes it. A screen that focuses something itself is left alone. */
export function keepFocus(path: Accessor<string>): void {
  createEffect(
    on(
      path,
      () => {
        requestAnimationFrame(() => {
          const focused = document.activeElement;
          const isLost = !focused || focused === document.body || !focused.checkVisibility();
          if (isLost) document.getElementById("main")?.focus({ preventScroll: true });
        });
      },
      { defer: true },
    ),
  );
}
