import { For, Show } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

export type SegmentedProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: IconName }[];
  onChange(value: Value): void;
};

/** One of a few, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  return (
    <div class="seg" role="group" aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <button
            type="button"
            aria-pressed={option.value === props.value}
            onClick={() => props.onChange(option.value)}
          >
            <Show when={option.icon}>{(name) => <Icon name={name()} size="sm" />}</Show>
            {option.label}
          </button>
        )}
      </For>
    </div>
  );
}
