import { Icon } from "@parley/ui";
import { Show } from "solid-js";
import type { Act } from "../app/create-act.ts";

/** What went wrong with an act that has no field of its own. */
export function FormError(props: { act: Act }) {
  return (
    <Show when={props.act.error()}>
      {(sentence) => (
        <p class="error" role="alert">
          <Icon name="alert-circle" size="xs" />
          <span>{sentence()}</span>
        </p>
      )}
    </Show>
  );
}
