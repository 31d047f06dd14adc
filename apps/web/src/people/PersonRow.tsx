import type { Person, UserId } from "@parley/schema";
import type { JSX } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { Presence } from "../sync/index.ts";
import { PersonAvatar } from "./PersonAvatar.tsx";
import "./people.css";

/** A person in a list: picture, name, a line below, and whatever stands at the end. */
export function PersonRow(props: {
  id: UserId;
  person: Person | undefined;
  presence?: Presence | undefined;
  detail?: JSX.Element;
  end?: JSX.Element;
}) {
  const { t } = useI18n();
  return (
    <li class="person">
      <PersonAvatar id={props.id} person={props.person} size={32} presence={props.presence} />
      <span class="person__t">
        <b class="truncate" dir="auto">
          {props.person?.isDeleted ? t("people.deletedAccount") : (props.person?.displayName ?? "…")}
        </b>
        <small class="truncate">
          {props.detail ?? (props.person?.username ? <bdi>@{props.person.username}</bdi> : "")}
        </small>
      </span>
      {props.end}
    </li>
  );
}
