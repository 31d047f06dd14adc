import type { JSX } from "solid-js";

/** A titled part of the gallery. */
export function Part(props: { title: string; children: JSX.Element }) {
  return (
    <section aria-label={props.title}>
      <h2 class="t-lg semi">{props.title}</h2>
      <div>{props.children}</div>
    </section>
  );
}
