import { type JSX, Show } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

/** What a place is for while nothing is there, and one way on. */
export function EmptyState(props: { icon: IconName; title: string; text?: string; action?: JSX.Element }) {
  return (
    <div class="empty">
      <span class="empty__icon">
        <Icon name={props.icon} size="xl" />
      </span>
      <h2 class="t-xl">{props.title}</h2>
      <Show when={props.text}>
        <p class="muted">{props.text}</p>
      </Show>
      {props.action}
    </div>
  );
}
