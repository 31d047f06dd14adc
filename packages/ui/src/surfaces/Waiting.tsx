/** Something is under way and nothing else on the page says so. */
export function Spinner(props: { label: string }) {
  return <span class="spinner" role="status" aria-label={props.label} />;
}

/** The shape of what will stand here. Shows itself only after 300 ms. */
export function Skeleton(props: { width?: string; height?: string; isRound?: boolean }) {
  return (
    <span
      class="skel skel--late"
      aria-hidden="true"
      data-round={props.isRound ? "" : undefined}
      style={{ "inline-size": props.width ?? "100%", "block-size": props.height ?? "1em" }}
    />
  );
}
