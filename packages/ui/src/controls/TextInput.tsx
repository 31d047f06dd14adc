import { type JSX, mergeProps, splitProps } from "solid-js";
import { fieldAttributes } from "./Field.tsx";

export type TextInputProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "size" | "onInput"> & {
  size?: "md" | "lg";
  onInput?: (text: string) => void;
};

/** One line of text. `onInput` gets the text. */
export function TextInput(props: TextInputProps) {
  const [own, rest] = splitProps(props, ["size", "class", "onInput"]);
  const attributes = mergeProps(fieldAttributes(), { type: "text" }, rest);
  return (
    <input
      {...attributes}
      class={`input${own.size === "lg" ? " input--lg" : ""}${own.class ? ` ${own.class}` : ""}`}
      onInput={(event) => own.onInput?.(event.currentTarget.value)}
    />
  );
}

export type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, "onInput"> & {
  onInput?: (text: string) => void;
};

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const [own, rest] = splitProps(props, ["class", "onInput"]);
  const attributes = mergeProps(fieldAttributes(), { rows: 3 }, rest);
  return (
    <textarea
      {...attributes}
      class={`input input--area${own.class ? ` ${own.class}` : ""}`}
      onInput={(event) => own.onInput?.(event.currentTarget.value)}
    />
  );
}
