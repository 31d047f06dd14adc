import { type JSX, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

/** What a place is for while nothing is there, and one way on. */
export function EmptyState(props: {
  icon: IconName;
  title: string;
  text?: string;
  action?: JSX.Element;
  /** It is all there is on the page, so its title is the page's. */
  isPage?: boolean;
}) {
  return (
    <div class="empty">
      <span class="empty__icon">
        <Icon name={props.icon} size="xl" />
      </span>
      <Dynamic component={props.isPage ? "h1" : "h2"} class="t-xl">
        {props.title}
      </Dynamic>
      <Show when={props.text}>
        <p class="muted">{props.text}</p>
      </Show>
      {props.action}
    </div>
  );
}
