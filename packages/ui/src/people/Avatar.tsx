import { createSignal, Match, Show, Switch } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";
import { colourOf, initialsOf } from "./initials.ts";

export type PresenceState = "online" | "away" | "busy" | "offline";

export type AvatarProps = {
  name: string;
  /** Picks one of eight colours; an id, so that a new name keeps the colour. */
  seed: string;
  src?: string | undefined;
  /** People are circles, groups are rounded squares. */
  kind?: "person" | "group";
  icon?: IconName | undefined;
  size?: number;
  presence?: PresenceState | undefined;
  presenceLabel?: string;
};

const dots = { online: "", away: " presence--away", busy: " presence--busy", offline: " presence--off" } as const;

/** A picture, or an icon, or initials on the colour of the seed. Decorative: the name stands beside it. */
export function Avatar(props: AvatarProps) {
  const [broken, setBroken] = createSignal<string>();
  const picture = () => (props.src && props.src !== broken() ? props.src : undefined);
  return (
    <span
      class="avatar"
      classList={{ "avatar--sq": props.kind === "group" }}
      style={props.size === undefined ? {} : { "--sz": `${props.size}px` }}
      data-p={colourOf(props.seed)}
    >
      <span class="avatar__img" aria-hidden="true">
        <Switch fallback={initialsOf(props.name)}>
          <Match when={picture()}>
            {(src) => <img src={src()} alt="" decoding="async" onError={() => setBroken(props.src)} />}
          </Match>
          <Match when={props.icon}>{(name) => <Icon name={name()} />}</Match>
        </Switch>
      </span>
      <Show when={props.presence}>
        {(presence) => (
          <span class={`presence${dots[presence()]}`} role="img" aria-label={props.presenceLabel ?? presence()} />
        )}
      </Show>
    </span>
  );
}
