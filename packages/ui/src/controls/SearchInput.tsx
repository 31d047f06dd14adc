import { type JSX, splitProps } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import { TextInput, type TextInputProps } from "./TextInput.tsx";

/** A search field; `end` shows keys or a clear button inside it. */
export function SearchInput(props: TextInputProps & { label: string; end?: JSX.Element }) {
  const [own, rest] = splitProps(props, ["label", "end"]);
  return (
    <div class="search">
      <Icon name="search" size="sm" />
      <TextInput {...rest} type="search" aria-label={own.label} />
      {own.end}
    </div>
  );
}
