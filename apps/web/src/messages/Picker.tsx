import { createSignal, type JSX, onCleanup, onMount } from "solid-js";
import "./picker.css";

/** What something is picked from: a popover for a mouse, a sheet for a finger. */
export function Picker(props: { at: DOMRect; label: string; onClose(): void; children: JSX.Element }) {
  const [place, setPlace] = createSignal({ left: 0, top: 0 });
  let picker!: HTMLDivElement;

  onMount(() => {
    picker.showPopover();
    const box = picker.getBoundingClientRect();
    const left = Math.max(8, Math.min(props.at.left, innerWidth - box.width - 8));
    const below = props.at.bottom + 6;
    setPlace({ left, top: below + box.height < innerHeight ? below : Math.max(8, props.at.top - box.height - 6) });
    (picker.querySelector("input") ?? picker).focus();
  });
  onCleanup(() => picker.matches(":popover-open") && picker.hidePopover());

  return (
    <div
      ref={picker}
      class="picker"
      popover="auto"
      role="dialog"
      tabindex="-1"
      aria-label={props.label}
      style={{ left: `${place().left}px`, top: `${place().top}px` }}
      on:toggle={(event: Event) => (event as ToggleEvent).newState === "closed" && props.onClose()}
    >
      {props.children}
    </div>
  );
}
