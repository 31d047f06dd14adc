import { type JSX, splitProps } from "solid-js";
import { Icon, type IconSize } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

export type IconButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "aria-label"> & {
  icon: IconName;
  /** What it does: the only name it has. */
  label: string;
  size?: "sm" | "md";
  iconSize?: IconSize;
  flips?: boolean;
  isAccent?: boolean;
};

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ["icon", "label", "size", "iconSize", "flips", "isAccent", "class", "type"]);
  return (
    <button
      {...rest}
      type={own.type ?? "button"}
      class={`iconbtn${own.size === "sm" ? "" : " iconbtn--md"}${own.isAccent ? " iconbtn--accent" : ""}${own.class ? ` ${own.class}` : ""}`}
      aria-label={own.label}
    >
      <Icon name={own.icon} size={own.iconSize} flips={own.flips} />
    </button>
  );
}
