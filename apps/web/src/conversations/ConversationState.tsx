import type { UserId } from "@parley/schema";
import { Match, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PersonName } from "../people/PersonName.tsx";
import { PresenceWords } from "../people/PresenceWords.tsx";
import { createPerson, createTyping, type Presence } from "../sync/index.ts";
import { createMinute } from "./create-minute.ts";
import { type ConversationView, createMe } from "./create-view.ts";

/** The line under the title: who is writing, who is there, when they were last. */
export function ConversationState(props: { view: ConversationView; presence: Map<UserId, Presence> }) {
  const { t, tx } = useI18n();
  const me = createMe();
  const now = createMinute();
  const typing = createTyping(() => props.view.id);
  const others = () => typing().filter((id) => id !== me());
  const person = createPerson(() => props.view.otherId);
  const other = () => (props.view.otherId ? props.presence.get(props.view.otherId) : undefined);
  const online = () => [...props.presence].filter(([id, presence]) => presence.isOnline && id !== me()).length;

  return (
    <span class="conv__sub truncate">
      <Switch>
        <Match when={props.view.isLeft}>{t("conversations.left")}</Match>
        <Match when={props.view.kind === "saved"}>{t("conversations.savedState")}</Match>
        <Match when={others().length > 1}>{t("messages.typingMany", { count: others().length })}</Match>
        <Match when={others()[0]}>
          {(id) =>
            props.view.kind === "direct"
              ? t("conversations.typing")
              : tx("messages.typingOne", { name: <PersonName id={id()} /> })
          }
        </Match>
        <Match when={props.view.kind === "group"}>
          {online() > 0
            ? t("conversations.peopleOnline", {
                people: t("conversations.people", { count: props.view.memberCount }),
                online: t("conversations.online", { count: online() + 1 }),
              })
            : t("conversations.people", { count: props.view.memberCount })}
        </Match>
        <Match when={props.view.kind === "channel"}>
          {t("channels.subscribers", { count: props.view.memberCount })}
        </Match>
        <Match when={props.view.otherId}>
          <PresenceWords person={person()} presence={other()} now={now()} />
        </Match>
      </Switch>
      {"\u200B"}
    </span>
  );
}
