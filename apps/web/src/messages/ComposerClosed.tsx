import type { JSX } from "solid-js";
import "./composer.css";

/** Where the composer would be, for those who may read but not write: why, and what can be done. */
export function ComposerClosed(props: { text: string; action?: JSX.Element }) {
  return (
    <div class="composer composer-closed">
      <p class="composer-closed__text">{props.text}</p>
      {props.action}
    </div>
  );
}
