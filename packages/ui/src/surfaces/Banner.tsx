import { type JSX, Show } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

export type BannerProps = {
  tone?: "warn" | "info" | "danger" | "ok";
  icon?: IconName;
  children: JSX.Element;
  action?: { label: string; run(): void } | undefined;
  onDismiss?: { label: string; run(): void } | undefined;
};

/** A state of the whole page, in one line. The region around it announces it. */
export function Banner(props: BannerProps) {
  return (
    <div class={`banner${props.tone && props.tone !== "warn" ? ` banner--${props.tone}` : ""}`}>
      <Show when={props.icon}>{(name) => <Icon name={name()} size="sm" />}</Show>
      <span class="banner__text">{props.children}</span>
      <Show when={props.action}>
        {(action) => (
          <button type="button" onClick={() => action().run()}>
            {action().label}
          </button>
        )}
      </Show>
      <Show when={props.onDismiss}>
        {(dismiss) => (
          <button type="button" class="banner__x" aria-label={dismiss().label} onClick={() => dismiss().run()}>
            <Icon name="x" size="sm" />
          </button>
        )}
      </Show>
    </div>
  );
}
