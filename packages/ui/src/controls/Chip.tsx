import { type JSX, Show, splitProps } from "solid-js";

export type ChipProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & { isPressed?: boolean; count?: number };

/** A filter that is on or off. */
export function Chip(props: ChipProps) {
  const [own, rest] = splitProps(props, ["isPressed", "count", "class", "children"]);
  return (
    <button
      {...rest}
      type="button"
      class={`chip${own.class ? ` ${own.class}` : ""}`}
      aria-pressed={own.isPressed ? "true" : "false"}
    >
      {own.children}
      <Show when={own.count}>
        <span class="chip__n">{own.count}</span>
      </Show>
    </button>
  );
}

export type TagTone = "ok" | "warn" | "danger" | "accent" | "info";

/** A word about a row: only exceptions are coloured. */
export function Tag(props: { tone?: TagTone; children: JSX.Element }) {
  return <span class={`tag${props.tone ? ` tag--${props.tone}` : ""}`}>{props.children}</span>;
}
