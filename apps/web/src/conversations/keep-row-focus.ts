import { type Accessor, createEffect, on, onCleanup } from "solid-js";

/** A row that moves in the list is taken out and put in again, and the browser takes the focus from it: it gets it back. */
export function keepRowFocus(order: Accessor<string[]>): (list: HTMLElement) => void {
  let list: HTMLElement | undefined;
  let focused: string | undefined;
  const idOf = (target: EventTarget | null) =>
    target instanceof HTMLElement ? target.dataset["conversation"] : undefined;

  createEffect(
    on(
      () => order().join(),
      () => {
        if (!focused || document.activeElement !== document.body) return;
        list?.querySelector<HTMLElement>(`[data-conversation="${focused}"]`)?.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );

  return (element) => {
    list = element;
    const enter = (event: FocusEvent) => {
      focused = idOf(event.target);
    };
    const leave = (event: FocusEvent) => {
      if (event.relatedTarget) focused = undefined;
    };
    const press = (event: PointerEvent) => {
      if (!element.contains(event.target as Node)) focused = undefined;
    };
    element.addEventListener("focusin", enter);
    element.addEventListener("focusout", leave);
    document.addEventListener("pointerdown", press);
    onCleanup(() => {
      document.removeEventListener("pointerdown", press);
      element.removeEventListener("focusin", enter);
      element.removeEventListener("focusout", leave);
    });
  };
}
