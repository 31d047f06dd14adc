import { createEffect, createSignal, type JSX, on, onCleanup } from "solid-js";
import { itemsOf, moveFocus } from "./menu-focus.ts";

export type ContextMenuProps = {
  label: string;
  /** Where it was asked for: at a point, or beside a box. */
  at: { left: number; top: number; bottom: number };
  /** Gets the focus back. */
  from: HTMLElement | null;
  /** When it changes, the menu shows other items, and the first of them is focused. */
  page?: string;
  onClose(): void;
  children: JSX.Element;
};

/** A menu where it was asked for; for a finger a sheet at the foot. It is open for as long as it is there. */
export function ContextMenu(props: ContextMenuProps) {
  const [place, setPlace] = createSignal<{ left: number; top: number }>();
  let menu!: HTMLDivElement;

  const show = (element: HTMLDivElement) => {
    menu = element;
    queueMicrotask(() => {
      if (!element.isConnected) return;
      element.showPopover();
      settle();
    });
  };
  const settle = () => {
    // For a finger the style sheet makes it a sheet at the foot.
    if (!matchMedia("(pointer: coarse)").matches) setPlace(placeAt(props.at, menu.getBoundingClientRect()));
    itemsOf(menu)[0]?.focus();
  };
  const close = () => {
    props.from?.focus({ preventScroll: true });
    props.onClose();
  };

  createEffect(
    on(
      () => props.page,
      () => queueMicrotask(() => menu.isConnected && settle()),
      { defer: true },
    ),
  );
  // The browser's own light dismissal would close it when the finger that opened it is lifted.
  const onPointerDown = (event: PointerEvent) => !menu.contains(event.target as Node) && close();
  document.addEventListener("pointerdown", onPointerDown, { capture: true });
  onCleanup(() => document.removeEventListener("pointerdown", onPointerDown, { capture: true }));
  onCleanup(() => menu.isConnected && menu.matches(":popover-open") && menu.hidePopover());

  // A finger may have taken the focus elsewhere; Escape closes it all the same.
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  document.addEventListener("keydown", onEscape, { capture: true });
  onCleanup(() => document.removeEventListener("keydown", onEscape, { capture: true }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Tab") return moveFocus(event, menu);
    event.preventDefault();
    close();
  };

  return (
    <div
      ref={show}
      class="menu menu--at"
      popover="manual"
      role="menu"
      tabindex="-1"
      aria-label={props.label}
      style={{ left: cssPixels(place()?.left), top: cssPixels(place()?.top) }}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => event.preventDefault()}
    >
      {props.children}
    </div>
  );
}

function placeAt(at: ContextMenuProps["at"], box: DOMRect): { left: number; top: number } {
  const isRtl = getComputedStyle(document.documentElement).direction === "rtl";
  const left = isRtl ? at.left - box.width : at.left;
  const top = at.bottom + 4 + box.height < innerHeight ? at.bottom + 4 : at.top - box.height - 4;
  return {
    left: Math.max(8, Math.min(left, innerWidth - box.width - 8)),
    top: Math.max(8, Math.min(top, innerHeight - box.height - 8)),
  };
}

function cssPixels(length: number | undefined): string | undefined {
  return length === undefined ? undefined : `${length}px`;
}
