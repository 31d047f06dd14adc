import { createSignal, createUniqueId, type JSX, Show, splitProps } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";
import { itemsOf, moveFocus } from "./menu-focus.ts";
import { placeBeside } from "./place.ts";

type TriggerProps = { id: string; popovertarget: string; "aria-haspopup": "menu"; "aria-expanded": boolean };

export type MenuProps = {
  label: string;
  /** With which side of the button it is in line: `start` for one at the beginning of its pane. */
  align?: "start" | "end";
  trigger(attributes: TriggerProps): JSX.Element;
  children: JSX.Element;
};

/** A menu in the browser's top layer: Esc and a click outside close it, arrows move in it. `trigger` spreads its props on a button. */
export function Menu(props: MenuProps) {
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
          { isRtl: getComputedStyle(menu).direction === "rtl", align: props.align ?? "end" },
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
        onKeyDown={(event) => {
          if (event.key === "Tab") menu.hidePopover();
          moveFocus(event, menu);
        }}
        onClick={(event) => {
          if ((event.target as Element).closest("[role=menuitem]")) menu.hidePopover();
        }}
      >
        <Show when={isOpen()}>{props.children}</Show>
      </div>
    </>
  );
}

export type MenuItemProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "role"> & {
  icon?: IconName;
  isDanger?: boolean;
  /** One of several that are on or off; `radio` where only one of them is. */
  check?: { isOn: boolean; kind: "radio" | "checkbox" };
};

export function MenuItem(props: MenuItemProps) {
  const [own, rest] = splitProps(props, ["icon", "isDanger", "check", "children"]);
  return (
    <button
      {...rest}
      type="button"
      role={own.check ? `menuitem${own.check.kind}` : "menuitem"}
      aria-checked={own.check?.isOn}
      tabindex="-1"
      class={`menu__item${own.isDanger ? " menu__item--danger" : ""}`}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>
      {own.children}
      <Show when={own.check?.isOn}>
        <span class="menu__on">
          <Icon name="check" size="sm" />
        </span>
      </Show>
    </button>
  );
}
