import type { JSX } from "solid-js";

type ListProps = { ref?: HTMLOListElement; style?: JSX.CSSProperties; children?: JSX.Element };
type ItemProps = { ref?: HTMLLIElement; style?: JSX.CSSProperties; index?: number; children?: JSX.Element };

/**
 * The elements the virtual list is made of: to a screen reader an ordinary list. It takes no press while it scrolls; ours
 * does, or what is pressed just after a scroll, or while a message comes in, would do nothing.
 */
export function TimelineList(props: ListProps) {
  return (
    <ol ref={props.ref} class="lines" role="list" style={{ ...props.style, "pointer-events": undefined }}>
      {props.children}
    </ol>
  );
}

export function TimelineItem(props: ItemProps) {
  return (
    <li ref={props.ref} style={props.style} aria-posinset={(props.index ?? 0) + 1} aria-setsize={-1}>
      {props.children}
    </li>
  );
}
