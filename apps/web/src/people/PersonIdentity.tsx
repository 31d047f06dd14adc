import type { UserId } from "@parley/schema";
import { Show } from "solid-js";
import { createMinute } from "../conversations/create-minute.ts";
import { useI18n } from "../i18n/index.ts";
import { MessageText } from "../messages/MessageText.tsx";
import { createPresence, type ShownPerson } from "../sync/index.ts";
import { PersonAvatar } from "./PersonAvatar.tsx";
import { PresenceWords } from "./PresenceWords.tsx";
import "./people.css";

/** Picture, name, username, when they were last here, and what they say of themselves. */
export function PersonIdentity(props: { id: UserId; person: ShownPerson | undefined; isNameAbove?: boolean }) {
  const { t } = useI18n();
  const presence = createPresence(() => [props.id]);
  const now = createMinute();
  const seen = () => presence().get(props.id);

  return (
    <div class="identity">
      <PersonAvatar id={props.id} person={props.person} size={76} presence={seen()} />
      <div class="identity__text">
        <Show when={!props.isNameAbove}>
          <h3 class="t-lg semi" dir="auto">
            {props.person?.isDeleted ? t("people.deletedAccount") : props.person?.displayName}
          </h3>
        </Show>
        <Show when={!props.person?.isDeleted && props.person?.username}>
          {(username) => (
            <p class="t-sm muted">
              <bdi>@{username()}</bdi>
            </p>
          )}
        </Show>
        <Show when={props.person?.ownName}>
          {(name) => <p class="t-sm muted">{t("contacts.ownName", { name: name() })}</p>}
        </Show>
        <p class="t-xs faint">
          <PresenceWords person={props.person} presence={seen()} now={now()} />
        </p>
      </div>
      <Show when={props.person?.bio}>
        {(bio) => (
          <p class="identity__bio" dir="auto">
            <MessageText text={bio()} isEntered />
          </p>
        )}
      </Show>
    </div>
  );
}
