import { For, mergeProps } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import { fieldAttributes } from "./Field.tsx";

export type SelectProps<Value extends string> = {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
  id?: string;
  label?: string;
  describedBy?: string;
};

/** The platform's own select. Needs a label: a Field around it, a `<label for>` or `label`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const attributes = mergeProps(fieldAttributes(), {
    get id() {
      return props.id;
    },
  });
  return (
    <span class="select">
      <select
        {...attributes}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.value === event.currentTarget.value);
          if (chosen) props.onChange(chosen.value);
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Icon name="chevron-down" size="sm" />
    </span>
  );
}
