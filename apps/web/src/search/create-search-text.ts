import { useLocation, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup } from "solid-js";

/** The address follows the typing after a moment. */
const pauseMs = 250;

/** What is searched for in the list: it stands in the address as `?q=`, so that going back from a hit finds it again. */
export function createSearchText() {
  const [params, setParams] = useSearchParams<{ q?: string }>();
  const location = useLocation();
  const [text, setText] = createSignal(params.q ?? "");
  const [isFocused, setFocused] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = (event: Event) => {
    if (event.target instanceof Element && !event.target.closest(".list")) setFocused(false);
  };
  document.addEventListener("focusin", leave);
  document.addEventListener("pointerdown", leave);
  onCleanup(() => {
    clearTimeout(timer);
    document.removeEventListener("focusin", leave);
    document.removeEventListener("pointerdown", leave);
  });

  createEffect(
    on(
      () => params.q ?? "",
      (given) => {
        clearTimeout(timer);
        setText(given);
      },
      { defer: true },
    ),
  );

  return {
    text,
    set(next: string) {
      setText(next);
      clearTimeout(timer);
      const path = location.pathname;
      timer = setTimeout(
        () => path === location.pathname && setParams({ q: next || undefined }, { replace: true }),
        pauseMs,
      );
    },
    setFocused,
    close() {
      clearTimeout(timer);
      setFocused(false);
      setText("");
      if (params.q !== undefined) setParams({ q: undefined }, { replace: true });
    },
    /** The results, or what was searched for lately, stand in place of the list. */
    isOpen: () => text() !== "" || isFocused(),
  };
}
