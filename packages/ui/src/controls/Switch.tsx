import { type JSX, splitProps } from "solid-js";

type ToggleProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "type" | "onChange"> & {
  onChange?: (isOn: boolean) => void;
};

/** On or off, at once. Needs a label by `<label for>` or `aria-label`. */
export function Switch(props: ToggleProps) {
  const [own, rest] = splitProps(props, ["class", "onChange"]);
  return (
    <input
      {...rest}
      type="checkbox"
      role="switch"
      class={`switch${own.class ? ` ${own.class}` : ""}`}
      onChange={(event) => own.onChange?.(event.currentTarget.checked)}
    />
  );
}

/** Chosen or not, as part of a form. */
export function CheckBox(props: ToggleProps) {
  const [own, rest] = splitProps(props, ["class", "onChange"]);
  return (
    <input
      {...rest}
      type="checkbox"
      class={`check${own.class ? ` ${own.class}` : ""}`}
      onChange={(event) => own.onChange?.(event.currentTarget.checked)}
    />
  );
}
