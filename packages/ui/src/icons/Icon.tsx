import type { IconName } from "./icon-names.ts";
import sprite from "./icons.svg?url&no-inline";

export type IconSize = "xs" | "sm" | "md" | "lg" | "xl";

/** A decorative icon: the label belongs to the control it stands in. `flips` mirrors it where text runs right to left. */
export function Icon(props: { name: IconName; size?: IconSize; flips?: boolean }) {
  return (
    <svg
      class="icon"
      classList={{
        [`icon--${props.size}`]: props.size !== undefined && props.size !== "md",
        "icon--flip": props.flips,
      }}
      aria-hidden="true"
    >
      <use href={`${sprite}#i-${props.name}`} />
    </svg>
  );
}
