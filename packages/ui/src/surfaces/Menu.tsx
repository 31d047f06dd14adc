import { createSignal, createUniqueId, type JSX, Show, splitProps } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";
import { placeBeside } from "./place.ts";

type TriggerProps = { id: string; popovertarget: string; "aria-haspopup": "menu"; "aria-expanded": boolean };

/** A menu in the browser's top layer: Esc and a click outside close it, arrows move in it. `trigger` spreads its props on a button. */
export function Menu(props: { label: string; trigger(attributes: TriggerProps): JSX.Element; children: JSX.Element }) {
  const id = createUniqueId();
  const [isOpen, setOpen] = createSignal(false);
  const [place, setPlace] = createSignal({ left: 0, top: 0 });
  let menu!: HTMLDivElement;

  const opened = () => {
    const trigger = document.getElementById(`${id}-trigger`);
    if (trigger)
      setPlace(
        placeBeside(
          trigger.getBoundingClientRect(),
          menu.getBoundingClientRect(),
          { width: innerWidth, height: innerHeight },
          getComputedStyle(menu).direction === "rtl",
        ),
      );
    itemsOf(menu)[0]?.focus();
  };

  return (
    <>
      {props.trigger({
        id: `${id}-trigger`,
        popovertarget: id,
        "aria-haspopup": "menu",
        get "aria-expanded"() {
          return isOpen();
        },
      })}
      <div
        ref={menu}
        id={id}
        class="menu"
        popover="auto"
        role="menu"
        tabindex="-1"
        aria-label={props.label}
        style={{ left: `${place().left}px`, top: `${place().top}px` }}
        on:toggle={(event: Event) => {
          setOpen((event as ToggleEvent).newState === "open");
          if (isOpen()) opened();
        }}
        onKeyDown={(event) => moveFocus(event, menu)}
        onClick={(event) => {
          if ((event.target as Element).closest("[role=menuitem]")) menu.hidePopover();
        }}
      >
        <Show when={isOpen()}>{props.children}</Show>
      </div>
    </>
  );
}

export type MenuItemProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & { icon?: IconName; isDanger?: boolean };

export function MenuItem(props: MenuItemProps) {
  const [own, rest] = splitProps(props, ["icon", "isDanger", "children"]);
  return (
    <button
      {...rest}
      type="button"
      role="menuitem"
      tabindex="-1"
      class={`menu__item${own.isDanger ? " menu__item--danger" : ""}`}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
    </button>
  );
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function moveFocus(event: KeyboardEvent, menu: HTMLElement) {
  if (event.key === "Tab") menu.hidePopover();
  const step = steps[event.key];
  if (!step) return;
  event.preventDefault();
  const items = itemsOf(menu);
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[step(at, items.length)]?.focus();
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
}
