export type BadgeProps = { count: number; label: string; tone?: "default" | "you" | "muted" };

/** A count, real to 999 and then 1k. `you`: it is about the reader. */
export function Badge(props: BadgeProps) {
  return (
    <span
      class={`badge${props.tone && props.tone !== "default" ? ` badge--${props.tone}` : ""}`}
      role="img"
      aria-label={props.label}
    >
      {props.count > 999 ? `${Math.floor(props.count / 1000)}k` : props.count}
    </span>
  );
}
