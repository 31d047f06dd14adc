import { type JSX, Show } from "solid-js";
import { Icon } from "../icons/Icon.tsx";
import type { IconName } from "../icons/icon-names.ts";

export type ListRowProps = {
  title: JSX.Element;
  detail?: JSX.Element;
  icon?: IconName;
  /** Where the icon would be, for an avatar. */
  start?: JSX.Element;
  /** A control or a tag. */
  end?: JSX.Element;
  /** The control's id: the title becomes its label. */
  for?: string;
  detailId?: string;
  isCurrent?: boolean;
};

/** A row of a card: what it is, a line about it, and one control. */
export function ListRow(props: ListRowProps) {
  return (
    <li class="listrow" data-current={props.isCurrent ? "" : undefined}>
      <Show when={props.icon} fallback={props.start}>
        {(name) => (
          <span class="listrow__icon">
            <Icon name={name()} />
          </span>
        )}
      </Show>
      <span class="listrow__text">
        <b>
          <Show when={props.for} fallback={props.title}>
            <label for={props.for}>{props.title}</label>
          </Show>
        </b>
        <Show when={props.detail}>
          <small id={props.detailId}>{props.detail}</small>
        </Show>
      </span>
      {props.end}
    </li>
  );
}

/** A card with a heading, an act in its head, and rows or anything else below. */
export function Card(props: { title: string; note?: JSX.Element; act?: JSX.Element; children: JSX.Element }) {
  return (
    <section class="card group" aria-label={props.title}>
      <header class="group__head">
        <h2>{props.title}</h2>
        {props.act}
      </header>
      <Show when={props.note}>
        <p class="group__note">{props.note}</p>
      </Show>
      {props.children}
    </section>
  );
}
