import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import { placeBeside } from "./place.ts";

const delayMs = 400;

/** A few words for a mouse that rests on a control. Never the only label, never on touch. */
export function Tooltip(props: { text: string; children: JSX.Element }) {
  const [isShown, setShown] = createSignal(false);
  const [place, setPlace] = createSignal({ left: 0, top: 0 });
  let anchor!: HTMLSpanElement;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = () => {
    clearTimeout(timer);
    setShown(false);
  };
  const show = (bubble: HTMLElement) =>
    queueMicrotask(() => {
      if (!bubble.isConnected) return;
      bubble.showPopover?.();
      const control = anchor.firstElementChild ?? anchor;
      setPlace(
        placeBeside(control.getBoundingClientRect(), bubble.getBoundingClientRect(), {
          width: innerWidth,
          height: innerHeight,
        }),
      );
    });
  onCleanup(() => clearTimeout(timer));

  return (
    <span
      ref={anchor}
      class="tooltip-anchor"
      onPointerEnter={(event) => {
        if (event.pointerType === "mouse") timer = setTimeout(() => setShown(true), delayMs);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
    >
      {props.children}
      <Show when={isShown()}>
        <span
          class="tooltip"
          popover="manual"
          aria-hidden="true"
          ref={show}
          style={{ left: `${place().left}px`, top: `${place().top}px` }}
        >
          {props.text}
        </span>
      </Show>
    </span>
  );
}
