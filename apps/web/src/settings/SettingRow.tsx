import { type JSX, Show } from "solid-js";

/** What is set, a line about it, and the control, which goes below where there is no room beside. */
export function SettingRow(props: {
  title: string;
  detail?: string;
  for?: string;
  detailId?: string;
  children: JSX.Element;
}) {
  return (
    <div class="setrow pr">
      <span class="setrow__t">
        <b>
          <Show when={props.for} fallback={props.title}>
            <label for={props.for}>{props.title}</label>
          </Show>
        </b>
        <Show when={props.detail}>
          <small id={props.detailId}>{props.detail}</small>
        </Show>
      </span>
      {props.children}
    </div>
  );
}
