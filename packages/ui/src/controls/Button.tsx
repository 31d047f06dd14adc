import { type JSX, Show, splitProps } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

export type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: "default" | "primary" | "soft" | "ghost" | "danger" | "danger-soft";
  size?: "sm" | "md" | "lg";
  icon?: IconName;
  /** As wide as its place. */
  isBlock?: boolean;
  /** Keeps its width, hides the label behind a spinner and takes no clicks. */
  isBusy?: boolean;
};

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    "variant",
    "size",
    "icon",
    "isBlock",
    "isBusy",
    "class",
    "children",
    "onClick",
    "type",
  ]);
  return (
    <button
      {...rest}
      type={own.type ?? "button"}
      class={buttonClass(own)}
      aria-busy={own.isBusy ? "true" : undefined}
      onClick={(event) => {
        if (own.isBusy) event.preventDefault();
        else if (typeof own.onClick === "function") own.onClick(event);
      }}
    >
      <Show when={own.icon}>{(name) => <Icon name={name()} size={own.size === "sm" ? "sm" : "md"} />}</Show>
      {own.children}
    </button>
  );
}

/** The classes of a button, for links that look like one. */
export function buttonClass(look: Pick<ButtonProps, "variant" | "size" | "isBlock" | "class">): string {
  const variant = look.variant && look.variant !== "default" ? ` btn--${look.variant}` : "";
  const size = look.size && look.size !== "md" ? ` btn--${look.size}` : "";
  return `btn${variant}${size}${look.isBlock ? " btn--block" : ""}${look.class ? ` ${look.class}` : ""}`;
}
